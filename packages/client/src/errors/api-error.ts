import type { ErrorBodies } from "@testsigma-tms/types";
import { type ErrorFields, TestsigmaError } from "./testsigma-error.js";

/** The documented body of a status; a text if the body is not JSON; `undefined` if it is empty or broken. */
type Body<Status extends number> = ErrorBodies[Extract<Status, keyof ErrorBodies>] | string | undefined;

/**
 * The service responded with an unsuccessful status.
 *
 * A subclass is thrown for each status that callers are likely to handle, and this class for every other one.
 */
export class ApiError extends TestsigmaError {
  override readonly name: string = "ApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body; the text of a body that is not JSON; `undefined` for an empty or broken one. */
  readonly body: unknown;
  /** The headers of the response. */
  readonly headers: Headers;
  /**
   * The request id, from `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). Quote it to
   * support.
   */
  readonly requestId: string | undefined;
  /** The wait that the service asked for (`Retry-After`), in milliseconds; `undefined` if it asked for none. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    fields: ErrorFields & Pick<ApiError, "status" | "body" | "headers" | "requestId" | "retryAfterMs">,
  ) {
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

/** 404: the project or another entity in the request does not exist, or the base URL is wrong. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
  declare readonly body: Body<404>;
}

/** 400 or 422: the input was rejected. */
export class ValidationError extends ApiError {
  override readonly name = "ValidationError";
  declare readonly body: Body<400 | 422>;
}

/**
 * 429, or 500 with the message `rate limit exceeded` (observed), even after the last attempt. The request was not
 * executed.
 */
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

/** Returns the error class for an unsuccessful status. */
export const apiErrorClass = (status: number) => classes[status] ?? (status < 500 ? ApiError : ServerError);
