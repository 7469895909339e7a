import { parseJson, type ReceivedResponse, requestIdOf, textOf } from "../transport/response.js";
import { retryAfterMs } from "../transport/retry-policy.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./api-error.js";
import { type ErrorClass, Failure, type FailureKind } from "./failure.js";

const classes: { readonly [status: number]: ErrorClass } = {
  400: ValidationError,
  401: AuthenticationError,
  403: AuthenticationError,
  404: NotFoundError,
  422: ValidationError,
  429: RateLimitError,
};

const longestText = 300;

/**
 * The failure that an unsuccessful response is: the one place where a status becomes a class.
 *
 * The service reports its rate limit as 500 with a message (observed).
 */
export function apiFailure(response: ReceivedResponse): Failure {
  const { status, headers } = response;
  const text = textOf(response);
  const json = parseJson(text);
  const body = json === undefined ? text || undefined : json;
  const { message, errors } = Object(body);
  const { details } = Object(errors);
  const texts = [status, message, details].filter((text) => text && typeof text !== "object");
  const meaning = status === 500 && message === "rate limit exceeded" ? 429 : status;
  return new Failure(
    kindOf(meaning),
    classes[meaning] ?? (meaning < 500 ? ApiError : ServerError),
    texts.join(": ").slice(0, longestText) + (status === 401 ? rejectedKey : ""),
    { status, headers, body, requestId: requestIdOf(headers), retryAfterMs: retryAfterMs(headers) },
  );
}

const rejectedKey = ". The API key was rejected: check it, or make one under Settings > API Keys";

function kindOf(status: number): FailureKind {
  if (status === 429) return "rate-limited";
  // Statuses outside 4xx and 5xx, such as an unexpected 101, leave the outcome unknown.
  return status >= 400 && status < 500 ? "rejected" : "failed";
}
