import { type FailedCall, TestsigmaError } from "./testsigma-error.js";

/** One place where an input does not fit the API's description. */
export interface InputProblem {
  /** JSON pointer (RFC 6901) to the place; "" for the whole input. */
  readonly pointer: string;
  /** What is there; `undefined` for a missing member. */
  readonly given: unknown;
  /** What is allowed there, in words. */
  readonly allowed: string;
}

/** The call was refused before anything was sent: a member or an option is missing or not allowed. */
export class InputError extends TestsigmaError {
  override readonly name = "InputError";
  /** What `validation` found; `undefined` where the call was refused without it. */
  declare readonly problems: readonly InputProblem[] | undefined;
}

/** Refuses a call before anything is sent. */
export const refuse = (message: string, call: Omit<FailedCall, "attempts" | "outcome">, members?: object) =>
  new InputError(message, { ...call, attempts: 0, outcome: "not-sent", ...members });
