import { apiErrorClass, type Call, ConnectionError, type TestsigmaError } from "../errors.js";
import { type Hide, hideInFields, publicText } from "../secrets.js";
import { isLoopback, publicUrl } from "../url.js";
import { Failure, type FailureKind } from "./failure.js";
import { isUnsentError } from "./proof-of-unsent.js";
import { bodyText, parseJson, type ReceivedResponse, requestId } from "./response.js";
import { isSafe, retryAfterMs, retryPolicy } from "./retry-policy.js";

/** The failed attempt, as far as only the transport knows it. */
interface FailedAttempt {
  readonly request: { readonly call: Call; readonly isRepeatable: boolean };
  /** The URL of the last request. */
  readonly url: URL;
  readonly attempts: number;
  /** Tells whether the outcome of an earlier attempt is unknown. */
  readonly isUnknown: boolean;
}

/** Creates the error for a failure, with its call, attempts, outcome and advice, and without secrets. */
export function completeFailure(failure: Failure, attempt: FailedAttempt, hide: Hide): TestsigmaError {
  const { kind, fields, ErrorClass } = failure;
  const { request, url, attempts, isUnknown } = attempt;
  const { outcome } = retryPolicy[kind];
  const isUnclear = outcome === "unknown";
  const sentences = [
    publicText(failure.message, hide),
    fields.status === 401 && "The API key was rejected: check it, or make one under Settings > API Keys",
    isUnclear && !request.isRepeatable && "It may have been executed: look before resending.",
    !isUnclear && isUnknown && !isSafe(request.call.method) && "An earlier attempt may have been executed.",
  ].flatMap((sentence) => sentence || []);
  return new ErrorClass(
    sentences.reduce((text, sentence) => `${text.replace(/([^.?!])$/, "$1.")} ${sentence}`),
    {
      ...request.call,
      url: hide(publicUrl(url)),
      attempts,
      // If the outcome of an earlier attempt is unknown, it stays unknown.
      outcome: isUnknown ? "unknown" : outcome,
      ...hideInFields(fields, hide),
    } as never,
  );
}

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

/** Creates the failure of a request for which `fetch`, or a step before it, threw. */
export function connectionFailure(cause: unknown, url: URL, isSent: boolean): Failure {
  let message = "fetch failed";
  let isUnsent = !isSent;
  try {
    message = explain(cause, url);
    isUnsent ||= isUnsentError(cause, url);
  } catch {
    // The error cannot even be read. The request may still have been executed.
  }
  return new Failure(isUnsent ? "unsent" : "failed", ConnectionError, message, { cause });
}

const mostCauses = 5;

/** Returns the innermost message of the runtime's error, with the remedy if one is known. */
function explain(error: unknown, { origin, hostname }: URL): string {
  let innermost = Object(error);
  for (let depth = 0; innermost.cause && depth < mostCauses; depth++) innermost = Object(innermost.cause);
  const reason = `${innermost.code || innermost.message || error}`;
  if (/refused/i.test(reason)) {
    return `${reason}: nothing listens at ${origin}${isLoopback(hostname) ? ". Is the mock running?" : ""}`;
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|EPROTO|InvalidContentType/.test(reason)) {
    return `${reason}: ${origin} does not speak TLS. Is it an http: URL?`;
  }
  return /ENOTFOUND|EAI_AGAIN/.test(reason) ? `${reason}: no address is known for ${hostname}. Check baseUrl` : reason;
}
