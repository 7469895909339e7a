import { ApiError } from "../errors/api-error.js";
import { inputError } from "../errors/input-error.js";
import * as tables from "../generated/schemas.js";
import type { Validation } from "../options/client-options.js";
import { findProblems } from "./find-problems.js";
import { type Problem, show } from "./problems.js";

export type { Validation } from "../options/client-options.js";
export type { Problem } from "./problems.js";

/** A response that does not fit the spec. */
export interface ResponseMismatch {
  /** The `operationId`. */
  operation: string;
  /** The HTTP status of a failure; `undefined` for a success. */
  status: number | undefined;
  /** The first 20 places that do not fit. An undocumented status is one problem at the root. */
  problems: readonly Problem[];
  /** The problems as one text, which ends with the number of those left out. */
  message: string;
}

/** Options of `validation`. */
export interface ValidationOptions {
  /**
   * Called when a response does not fit the spec. The call goes on all the same; what this function throws or rejects with
   * is ignored.
   *
   * @default responses are not checked
   */
  onResponseMismatch?: ((mismatch: ResponseMismatch) => void) | undefined;
}

/**
 * Checks every input before it is sent, and every response, against the spec. Input that does not fit is rejected with an
 * `InputError`, whose `problems` hold the first 20 places, what was given there and what is allowed.
 *
 * @example
 * createClient({ validation: validation({ onResponseMismatch: ({ message }) => console.warn(message) }) });
 *
 * @throws {TypeError} naming the option that is unknown or not a function
 */
export function validation(options: ValidationOptions = {}): Validation {
  checkOptions(options);
  const { onResponseMismatch } = options;

  function report(operation: string, status: number | undefined, body: unknown): void {
    if (!onResponseMismatch) return;
    // A promise takes what the callback throws or rejects with: a report must not fail the call or the process.
    new Promise<void>((resolve) => {
      const problems = status === undefined ? find.inResult(operation, body) : find.inError(operation, status, body);
      const mismatch = { operation, status, problems: problems.list, message: `${problems}` };
      resolve(problems.count > 0 ? onResponseMismatch(mismatch) : undefined);
    }).catch(() => {});
  }

  return ({ operation, method, path }, call) =>
    async (input = {}, callOptions) => {
      const problems = find.inInput(operation, input);
      if (problems.count > 0) {
        throw inputError(`${problems}`, { operation, method, path }, { problems: problems.list });
      }
      try {
        const result = await call(input, callOptions);
        report(operation, undefined, result);
        return result;
      } catch (error) {
        if (error instanceof ApiError) report(operation, error.status, error.body);
        throw error;
      }
    };
}

const find = findProblems(tables);

function checkOptions(options: unknown): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`validation: expected an object with options, got ${show(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (name !== "onResponseMismatch") {
      throw new TypeError(`validation: unknown option ${name}. Allowed: onResponseMismatch`);
    }
    if (value !== undefined && typeof value !== "function") {
      throw new TypeError(`validation: option onResponseMismatch: expected a function, got ${show(value)}`);
    }
  }
}
