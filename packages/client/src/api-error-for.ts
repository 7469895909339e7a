import type { Answer } from "./answer.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./errors/api-error.js";
import type { TestsigmaError } from "./errors/testsigma-error.js";
import type { ErrorClass, Fail } from "./fail.js";
import { retryAfterMs } from "./retry-after.js";

const classes: Record<number, ErrorClass> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
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
  const members = { status, headers, body, requestId };
  if (status === 429 || (status === 500 && message === "rate limit exceeded")) {
    return fail("rate-limited", RateLimitError, said, { ...members, retryAfterMs: retryAfterMs(headers) });
  }
  // What is neither 4xx nor 5xx here, such as an unasked-for 101, proves nothing.
  const kind = status > 399 && status < 500 ? "refused" : "failed";
  return fail(kind, classes[status] ?? (status < 500 ? ApiError : ServerError), said, members);
}
