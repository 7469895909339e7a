import type { ErrorBodies } from "@testsigma-tms/types";
import { type ErrorFields, TestsigmaError } from "./testsigma-error.js";

/** A documented body, or what is there in its place. */
type Body<Status extends number> = ErrorBodies[Extract<Status, keyof ErrorBodies>] | string | undefined;

/** The properties of an `ApiError`. */
export interface ApiErrorFields extends ErrorFields {
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  readonly body: unknown;
  /** The headers of the response. */
  readonly headers: Headers;
  /** From `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to support. */
  readonly requestId: string | undefined;
  /** How long the service asked to wait (`Retry-After`), in milliseconds; `undefined` when it did not say. */
  readonly retryAfterMs: number | undefined;
}

/**
 * The service responded with another status than success.
 *
 * Thrown as one of its subclasses where callers branch; as itself for every other status.
 */
export class ApiError extends TestsigmaError implements ApiErrorFields {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  readonly body: unknown;
  /** The headers of the response. */
  readonly headers: Headers;
  /** From `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to support. */
  readonly requestId: string | undefined;
  /** How long the service asked to wait (`Retry-After`), in milliseconds; `undefined` when it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, fields: ApiErrorFields) {
    super(message, fields);
    this.status = fields.status;
    this.body = fields.body;
    this.headers = fields.headers;
    this.requestId = fields.requestId;
    this.retryAfterMs = fields.retryAfterMs;
  }

  override toJSON(): object {
    return { ...super.toJSON(), headers: Object.fromEntries(this.headers) };
  }
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

const classes: { readonly [status: number]: typeof ApiError } = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
  429: RateLimitError,
};

/** Returns the class of an unsuccessful status. */
export const apiErrorClass = (status: number) => classes[status] ?? (status < 500 ? ApiError : ServerError);
