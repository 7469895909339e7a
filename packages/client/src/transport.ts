import { type Answer, jsonOrText, textOf } from "./answer.js";
import { answerKind, apiErrorFor, describe } from "./api-error-for.js";
import { attempt, type Moves } from "./attempt.js";
import { findCallOptionMistake, show } from "./check-options.js";
import { sleep } from "./deadline.js";
import { InputError, notSent } from "./errors/input-error.js";
import { Failure } from "./failure.js";
import { redacted, redactedText } from "./redacted.js";
import { RequestCarrier } from "./request-carrier.js";
import { policy, waitBeforeRetry } from "./retry-policy.js";
import type { Settings } from "./settings.js";

/** The answer of the last attempt. */
export interface FinalAnswer extends Answer {
  readonly attempts: number;
}

/**
 * Creates the `fetch` below openapi-fetch: it adds the key, limits time, follows redirects and sends again.
 *
 * A `RequestCarrier` (the methods) is answered with a `FinalAnswer` that is always successful, a native `Request`
 * (`http`) with a `Response` of any status. Everything else is thrown.
 */
export function createTransport(settings: Settings) {
  const moves: Moves = new Map();

  return async (request: Request | RequestCarrier): Promise<Response> => {
    const { method, url, headers, signal } = request;
    // openapi-fetch puts the options of a call that it does not know itself on the request.
    const {
      operation,
      path = new URL(url).pathname,
      timeout = settings.timeout,
      maxRetries = settings.maxRetries,
    } = request as Partial<RequestCarrier>;
    const call = { operation, method, path };
    const mistake =
      findCallOptionMistake({ timeout, maxRetries }) ??
      (settings.isTrusted(new URL(url)) ? undefined : `not a trusted host: ${show(url)}`);
    if (mistake) throw new InputError(mistake, { ...call, ...notSent });

    const isCarrier = request instanceof RequestCarrier;
    const body = (isCarrier ? request.body : request.body && (await request.arrayBuffer())) ?? null;
    const sending = { url, method, headers, body, hasOwnKey: headers.has("authorization") };
    // Deno and Chromium send a POST again by themselves when a reused connection dies: use each connection once. Browsers
    // drop this header.
    headers.set("connection", "close");

    let isUnknown = false;
    for (let attempts = 1; ; attempts++) {
      const result = await attempt(sending, settings, moves, timeout, signal);
      const deliver = (answer: Answer) =>
        isCarrier
          ? ({ ...answer, attempts } satisfies FinalAnswer as unknown as Response)
          : // A Response of these statuses must have no body (Fetch standard, "null body status").
            new Response(/204|205|304/.test(String(answer.status)) ? null : new Blob([...answer.chunks]), answer);
      const isFailure = result instanceof Failure;
      if (!isFailure && result.ok) return deliver(result);

      const secret = headers.get("authorization")?.replace(/^\S+ /, "");
      const said = isFailure ? undefined : jsonOrText(redactedText(textOf(result), secret));
      const kind = isFailure ? result.kind : answerKind(result.status, said);
      const reason = isFailure ? redactedText(result.message, secret) : `${result.status}${describe(said)}`;
      // What an earlier attempt left unknown stays unknown.
      isUnknown ||= policy[kind][0] === "unknown";

      const waitMs = attempts > maxRetries ? undefined : waitBeforeRetry(kind, method, attempts, result.headers);
      if (waitMs === undefined) {
        const failed = { ...call, attempts, outcome: isUnknown ? "unknown" : policy[kind][0] };
        if (isFailure) {
          throw new result.ErrorClass(reason, {
            ...failed,
            ...result.details,
            cause: redacted(result.details.cause, secret),
          });
        }
        if (isCarrier) throw apiErrorFor(kind, reason, result, said, failed);
        return deliver(result);
      }
      try {
        settings.onRetry?.({ operation, attempt: attempts, reason, waitMs });
      } catch {
        // A failing log must not fail the call.
      }
      await sleep(waitMs, signal);
    }
  };
}
