import type { Answer } from "./answer.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./errors/api-error.js";
import type { TestsigmaErrorOptions } from "./errors/testsigma-error.js";
import { retryAfterMs } from "./retry-after.js";
import type { FailureKind } from "./retry-policy.js";

const classes: Record<number, new (message: string, options: TestsigmaErrorOptions) => ApiError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
};

/** Tells an unsuccessful answer's kind. The service answers its rate limit with 500 and this message (observed). */
export const answerKind = (status: number, body: unknown): FailureKind =>
  status === 429 || (status === 500 && Object(body).message === "rate limit exceeded")
    ? "rate-limited"
    : status < 500
      ? "refused"
      : "failed";

/** The error of an unsuccessful answer: the one place where a status becomes a class. */
export function apiErrorFor(
  kind: FailureKind,
  message: string,
  { status, headers }: Answer,
  body: unknown,
  call: TestsigmaErrorOptions,
): ApiError {
  const requestId = headers.get("x-request-id") ?? headers.get("x-tms-api-request-id") ?? undefined;
  const options = { ...call, status, headers, body, requestId };
  if (kind === "rate-limited") {
    const waitMs = retryAfterMs(headers);
    const asked = waitMs === undefined ? "" : `, wait ${waitMs} ms`;
    return new RateLimitError(message + asked, { ...options, retryAfterMs: waitMs } as TestsigmaErrorOptions);
  }
  return new (classes[status] ?? (status < 500 ? ApiError : ServerError))(message, options);
}

/** What the body says, short enough for a message. */
export function describe(body: unknown): string {
  const { message, errors } = Object(body);
  const said = [message, Object(errors).details].filter(Boolean).join(": ");
  return said && ` ${said.slice(0, 300)}`;
}
