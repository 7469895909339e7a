import type { Provenance } from "@testsigma-tms/spec/reader";

/** A parameter, a header, or a property of a body, at any depth. */
export interface Field {
  /** The id, unique within its operation, such as `body/static_selection_filters[]/field`. */
  id: string;
  /** The path to the field, such as `static_selection_filters[].`; empty at the top. */
  parents: string;
  name: string;
  /** The type in words, such as `array of strings`. */
  type: string;
  /** The limits on a value besides its type, in words. */
  limits: string[];
  isRequired: boolean;
  /** The origin of the statement that the field is required. */
  requiredMark: Provenance | undefined;
  mark: Provenance | undefined;
  /** The sources, if the field is observed. */
  sources: string[];
  isDeprecated: boolean;
  /** The description in Markdown. */
  description: string;
  /** Every allowed value; empty if others are allowed too. */
  values: unknown[];
  /** The known values of an open field. */
  knownValues: unknown[];
  /** An example; `undefined` if there is none. */
  example: unknown;
  /** The condition under which the field is present, such as `If it is an object`; empty for most fields. */
  condition: string;
}
