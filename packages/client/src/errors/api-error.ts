import type { ErrorBodies } from "@testsigma-tms/types";
import { TestsigmaError } from "./testsigma-error.js";

/** A documented body, or what stands in its place. */
type Body<Status extends number> = ErrorBodies[Extract<Status, keyof ErrorBodies>] | string | undefined;

/**
 * The service responded with another status than success.
 *
 * Thrown as one of its subclasses where callers branch; as itself for every other status.
 */
export class ApiError extends TestsigmaError {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  declare readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  declare readonly body: unknown;
  /** The headers of the response. */
  declare readonly headers: Headers;
  /** From `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to support. */
  declare readonly requestId: string | undefined;
  /** How long the service asked to wait (`Retry-After`), in milliseconds; `undefined` when it did not say. */
  declare readonly retryAfterMs: number | undefined;
}

/** 401 or 403: the API key is missing, was rejected, or may not do this. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
  declare readonly body: Body<401 | 403>;
}

/** 404: the project, or another entity that was named, does not exist; or the base URL is wrong. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  declare readonly body: Body<404>;
}

/** 400 or 422: the input was rejected. */
export class ValidationError extends ApiError {
  override readonly name = "ValidationError";
  declare readonly body: Body<400 | 422>;
}

/** 429, or 500 with the message `rate limit exceeded` (observed), still after all attempts. It was not executed. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
  declare readonly body: Body<429 | 500>;
}

/** Any other 5xx: the request may or may not have been executed. */
export class ServerError extends ApiError {
  override readonly name = "ServerError";
  declare readonly body: Body<500>;
}
