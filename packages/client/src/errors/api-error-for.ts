import type { Answer } from "../transport/response.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./api-error.js";
import type { TestsigmaError } from "./testsigma-error.js";
import type { ErrorClass, Fail } from "./fail.js";
import { retryAfterMs } from "../transport/retry-after.js";

const classes: Record<number, ErrorClass> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
  429: RateLimitError,
};

/**
 * The error of an unsuccessful answer: the one place where a status becomes a class.
 *
 * The service answers its rate limit with 500 and a message (observed).
 */
export function apiErrorFor({ status, headers }: Answer, body: unknown, fail: Fail): TestsigmaError {
  const { message, errors } = Object(body);
  const said = [status, message, Object(errors).details].filter(Boolean).join(": ").slice(0, 300);
  const requestId = headers.get("x-request-id") ?? headers.get("x-tms-api-request-id") ?? undefined;
  const meant = status === 500 && message === "rate limit exceeded" ? 429 : status;
  // What is neither 4xx nor 5xx here, such as an unasked-for 101, proves nothing.
  const kind = meant === 429 ? "rate-limited" : meant > 399 && meant < 500 ? "refused" : "failed";
  const Class = classes[meant] ?? (meant < 500 ? ApiError : ServerError);
  return fail(kind, Class, said, { status, headers, body, requestId, retryAfterMs: retryAfterMs(headers) });
}
