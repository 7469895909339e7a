import { TestsigmaError } from "./testsigma-error.js";

/** The call was refused before anything was sent: a member or an option is missing or not allowed. */
export class InputError extends TestsigmaError {
  override readonly name = "InputError";
}

export const notSent = { attempts: 0, outcome: "not-sent" } as const;
