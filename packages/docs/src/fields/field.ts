import type { Provenance } from "@testsigma-tms/codegen";

/** A parameter, a header, or a property of a body, at any depth. */
export interface Field {
  /** Unique within its operation, such as `body/static_selection_filters[]/field`. */
  id: string;
  /** The path that leads to it, such as `static_selection_filters[].`; empty at the top. */
  parents: string;
  name: string;
  /** In words, such as `array of strings`. */
  type: string;
  /** What a value must keep to besides its type, in words. */
  limits: string[];
  isRequired: boolean;
  /** Where it is known from that the field is required. */
  requiredMark: Provenance | undefined;
  mark: Provenance | undefined;
  /** The sources of what is observed. */
  sources: string[];
  isDeprecated: boolean;
  /** Markdown. */
  description: string;
  /** Every allowed value; empty where there are others. */
  values: unknown[];
  /** Values that an open field is known to have. */
  knownValues: unknown[];
  /** `undefined` without one. */
  example: unknown;
  /** When the field is there, such as `If it is an object`; empty for most. */
  condition: string;
}
