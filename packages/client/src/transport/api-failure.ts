import { apiErrorClass } from "../errors/api-error.js";
import { Failure, type FailureKind } from "../errors/failure.js";
import { bodyText, parseJson, type ReceivedResponse, requestId } from "./response.js";
import { retryAfterMs } from "./retry-policy.js";

/**
 * Creates the failure of an unsuccessful response. The service reports its rate limit as 500 with a message (observed).
 */
export function apiFailure(response: ReceivedResponse): Failure {
  const { status, headers } = response;
  const text = bodyText(response);
  const json = parseJson(text);
  const body = json === undefined ? text || undefined : json;
  const { message, errors } = Object(body);
  const { details } = Object(errors);
  const texts = [status, message, details].filter((text) => text && typeof text !== "object");
  const meaning = status === 500 && message === "rate limit exceeded" ? 429 : status;
  const fields = { status, headers, body, requestId: requestId(headers), retryAfterMs: retryAfterMs(headers) };
  return new Failure(failureKind(meaning), apiErrorClass(meaning), texts.join(": "), fields);
}

function failureKind(status: number): FailureKind {
  if (status === 429) return "rate-limited";
  // Statuses outside 4xx and 5xx, such as an unexpected 101, leave the outcome unknown.
  return status >= 400 && status < 500 ? "rejected" : "failed";
}
