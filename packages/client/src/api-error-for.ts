import {
  ApiError,
  type ApiErrorOptions,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./errors/api-error.js";
import { retryAfterMs } from "./retry-after.js";
import type { FailureKind } from "./retry-policy.js";

const classes: Record<number, new (message: string, options: ApiErrorOptions) => ApiError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
};

/** Tells an unsuccessful answer's kind. The service answers its rate limit with 500 and this message (observed). */
export const answerKind = (status: number, body: unknown): FailureKind => {
  if (status === 429 || (status === 500 && member(body, "message") === "rate limit exceeded")) return "rate-limited";
  return status < 500 ? "refused" : "failed";
};

/** The error of an unsuccessful answer: the one place where a status becomes a class. */
export function apiErrorFor(kind: FailureKind, message: string, options: ApiErrorOptions): ApiError {
  if (kind === "rate-limited") {
    return new RateLimitError(message, { ...options, retryAfterMs: retryAfterMs(options.headers) });
  }
  return new (classes[options.status] ?? (options.status < 500 ? ApiError : ServerError))(message, options);
}

/** What the body says, short enough for a message. */
export function describe(body: unknown): string {
  const texts = [member(body, "message"), member(member(body, "errors"), "details")];
  const said = [...new Set(texts.filter((text) => typeof text === "string" && text))].join(": ");
  return said && ` ${said.slice(0, 300)}`;
}

const member = (value: unknown, name: string) => (value as { [name: string]: unknown } | null | undefined)?.[name];
