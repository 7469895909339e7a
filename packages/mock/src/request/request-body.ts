import type { Content } from "../api/operation.js";
import type { Violation } from "./violation.js";

/** The body of a request. */
export interface RequestBody {
  /** What the spec says for its media type. */
  content: Content;
  /** As it is checked. */
  value: unknown;
  /** As the journal shows it. */
  recorded: unknown;
  /** In bytes. */
  size: number;
  /** The files of a form, by the name of their part. */
  files?: ReadonlyMap<string, File>;
  /** What is wrong with it apart from its schema. */
  violations: Violation[];
}
