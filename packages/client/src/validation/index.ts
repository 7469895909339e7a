import { ApiError } from "../errors/api-error.js";
import { inputError } from "../errors/input-error.js";
import * as generated from "../generated/validators.js";
import type { Validation } from "../options/client-options.js";
import { type AjvError, type Problem, problemOf, sentenceOf } from "./problem.js";

export type { Validation } from "../options/client-options.js";
export type { Problem } from "./problem.js";

/** An answer that does not fit the API's description. */
export interface ResponseMismatch {
  /** The `operationId`. */
  operation: string;
  /** The HTTP status of a failure; `undefined` for a success. */
  status: number | undefined;
  /** Each place that does not fit. A status that is not documented is one problem of the whole. */
  problems: readonly Problem[];
  /** The problems as one text. */
  message: string;
}

/** Options of `validation`. */
export interface ValidationOptions {
  /**
   * Told when an answer does not fit the API's description. The call goes on all the same; what this function throws is
   * ignored.
   *
   * @default answers are not checked
   */
  onResponseMismatch?: ((mismatch: ResponseMismatch) => void) | undefined;
}

type Validator = ((value: unknown) => boolean) & { errors?: AjvError[] | null };
const validators = generated as unknown as Record<string, Validator | undefined>;

/**
 * Checks every input before it is sent, and every answer, against the API's description, with code generated ahead of
 * time. Input that does not fit is refused with an `InputError`, whose `problems` tell each place, what is given there and
 * what is allowed.
 *
 * @example
 * createClient({ validation: validation({ onResponseMismatch: ({ message }) => console.warn(message) }) });
 */
export function validation({ onResponseMismatch }: ValidationOptions = {}): Validation {
  const report = (operation: string, status: number | undefined, body: unknown) => {
    const validator = validators[operation + (status ?? "Result")];
    const undocumented = { pointer: "", given: status, allowed: "a documented status" };
    const problems = validator ? problemsOf(validator, body) : status ? [undocumented] : [];
    if (problems.length === 0) return;
    try {
      onResponseMismatch?.({ operation, status, problems, message: messageOf(problems) });
    } catch {
      // Telling of a mismatch must not fail the call.
    }
  };

  return ({ operation, method, path }, call) =>
    async (input, options) => {
      const problems = problemsOf(validators[`${operation}Input`], input);
      if (problems.length > 0) {
        throw inputError(messageOf(problems), { operation, method, path }, { problems });
      }
      try {
        const result = await call(input, options);
        report(operation, undefined, result);
        return result;
      } catch (error) {
        if (error instanceof ApiError) report(operation, error.status, error.body);
        throw error;
      }
    };
}

function problemsOf(validator: Validator | undefined, value: unknown): Problem[] {
  if (!validator || validator(value)) return [];
  const problems = (validator.errors ?? []).map((error) => problemOf(error, value));
  // A member that stands in path and body is checked in both.
  return [...new Map(problems.map((problem) => [sentenceOf(problem), problem])).values()];
}

const messageOf = (problems: readonly Problem[]) => problems.map(sentenceOf).join("; ");
