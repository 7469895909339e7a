import { type Call, type ErrorFields, TestsigmaError } from "./testsigma-error.js";

/** A place where an input does not match the spec. */
export interface InputProblem {
  /** JSON pointer (RFC 6901) to the place; "" for the whole input. */
  readonly pointer: string;
  /** The value at that place; `undefined` for a missing property. */
  readonly given: unknown;
  /** A description of what is allowed there. */
  readonly allowed: string;
}

/** The call was rejected before anything was sent: a property or an option is missing or not allowed. */
export class InputError extends TestsigmaError {
  override readonly name = "InputError";
  /** The problems that `validation` found; `undefined` if the call was rejected for another reason. */
  readonly problems: readonly InputProblem[] | undefined;

  constructor(message: string, fields: ErrorFields & { readonly problems?: readonly InputProblem[] | undefined }) {
    super(message, fields);
    this.problems = fields.problems;
  }
}

/** Creates the error of a call that is rejected before anything is sent. */
export function inputError(
  message: string,
  call: Call,
  fields?: { readonly cause?: unknown; readonly problems?: readonly InputProblem[] },
): InputError {
  return new InputError(message, { ...call, url: undefined, attempts: 0, outcome: "not-sent", ...fields });
}
