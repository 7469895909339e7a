import type { Content } from "../api/operation.js";
import type { Violation } from "./violation.js";

export interface RequestBody {
  /** The body of this media type in the spec. */
  content: Content;
  /** The value that is checked against the schema. */
  value: unknown;
  /** The value that the journal shows. */
  recorded: unknown;
  /** Size in bytes. */
  size: number;
  /** The files of a form, by the names of their parts. */
  files?: ReadonlyMap<string, File>;
  /** Violations other than those of its schema. */
  violations: Violation[];
}
