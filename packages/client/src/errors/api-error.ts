import type { ErrorBody } from "../operation-types.js";
import { TestsigmaError, type TestsigmaErrorOptions } from "./testsigma-error.js";

export interface ApiErrorOptions extends TestsigmaErrorOptions {
  status: number;
  body: unknown;
  headers: Headers;
}

/**
 * The service answered with another status than success.
 *
 * Thrown as one of its subclasses where callers branch; as itself for every other status.
 */
export class ApiError<Body = unknown> extends TestsigmaError {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body as documented; the text of a body that is no JSON; `undefined` for an empty or broken one. */
  readonly body: Body | string | undefined;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** From `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to support. */
  readonly requestId: string | undefined;

  constructor(message: string, options: ApiErrorOptions) {
    super(message, options);
    this.status = options.status;
    this.body = options.body as Body;
    this.headers = options.headers;
    this.requestId = options.headers.get("x-request-id") ?? options.headers.get("x-tms-api-request-id") ?? undefined;
  }
}

/** 401 or 403: the API key is missing, was refused, or may not do this. */
export class AuthenticationError extends ApiError<ErrorBody<401 | 403>> {
  override readonly name = "AuthenticationError";
}

/** 404: the project, or another entity that was named, does not exist; or the base URL is wrong. */
export class NotFoundError extends ApiError<ErrorBody<404>> {
  override readonly name = "NotFoundError";
}

/** 400 or 422: the input was refused. */
export class ValidationError extends ApiError<ErrorBody<400 | 422>> {
  override readonly name = "ValidationError";
}

/** 429, or 500 with the message `rate limit exceeded` (observed), still after all attempts. It was not executed. */
export class RateLimitError extends ApiError<ErrorBody<429 | 500>> {
  override readonly name = "RateLimitError";
  /** How long the service asked to wait, in milliseconds; `undefined` when it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: ApiErrorOptions & { retryAfterMs?: number | undefined }) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Any other 5xx: the request may or may not have been executed. */
export class ServerError extends ApiError<ErrorBody<500>> {
  override readonly name = "ServerError";
}
