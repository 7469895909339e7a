import { inputError } from "./errors.js";
import * as tables from "./generated/schemas.js";
import type { Validation } from "./options/options.js";
import { aFunction, readOptions } from "./options/rules.js";
import { findProblems } from "./validation/find-problems.js";
import type { Problem } from "./validation/problems.js";

export type { Validation } from "./options/options.js";
export type { Problem } from "./validation/problems.js";

/** A response that does not match the spec. */
export interface ResponseMismatch {
  /** The `operationId`. */
  operation: string;
  /** The HTTP status of a failure; `undefined` for a success. */
  status: number | undefined;
  /** The first 20 problems. An undocumented status is a single problem at the root. */
  problems: readonly Problem[];
  /** The problems as one text, which ends with the number of those that were left out. */
  message: string;
}

/** Options of `validation`. */
export interface ValidationOptions {
  /**
   * Called when a response does not match the spec. The call is not affected; anything this function throws or rejects
   * with is ignored.
   *
   * @default responses are not checked
   */
  onResponseMismatch?: ((mismatch: ResponseMismatch) => void) | undefined;
}

/**
 * Checks every input before it is sent, and every response, against the spec. An input that does not match is rejected
 * with an `InputError`, whose `problems` hold the first 20 places, the value given there and what is allowed.
 *
 * @example
 * createClient({ validation: validation({ onResponseMismatch: ({ message }) => console.warn(message) }) });
 *
 * @throws {TypeError} naming the option that is unknown or invalid
 */
export function validation(options: ValidationOptions = {}): Validation {
  const { onResponseMismatch } = readOptions(options, { onResponseMismatch: aFunction }, fail);

  return {
    checkInput(call, input) {
      const problems = find.inInput(String(call.operation), input);
      if (problems.count > 0) throw inputError(`${problems}`, call, { problems: problems.list });
    },

    reportBody:
      onResponseMismatch &&
      ((operation, status, readBody) => {
        // The promise catches anything thrown here: a report must not fail the call or the process.
        new Promise<void>((resolve) => {
          const body = readBody();
          const problems =
            status === undefined ? find.inResult(operation, body) : find.inError(operation, status, body);
          const mismatch = { operation, status, problems: problems.list, message: `${problems}` };
          resolve(problems.count > 0 ? onResponseMismatch(mismatch) : undefined);
        }).catch(() => {});
      }),
  };
}

const find = findProblems(tables);

function fail(mistake: string): never {
  throw new TypeError(`validation: ${mistake}`);
}
