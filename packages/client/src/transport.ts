import { type Answer, jsonOrText, textOf } from "./answer.js";
import { answerKind, apiErrorFor, describe } from "./api-error-for.js";
import { attempt, type Moves } from "./attempt.js";
import { authorize } from "./authorize.js";
import { sleep } from "./deadline.js";
import type { Outcome } from "./errors/testsigma-error.js";
import { Failure } from "./failure.js";
import { redacted, redactedText } from "./redacted.js";
import { RequestCarrier } from "./request-carrier.js";
import { policy, waitBeforeRetry } from "./retry-policy.js";
import { prepare } from "./sending.js";
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
    const sending = await prepare(request, settings);
    const { operation, method, path, headers, signal, maxRetries } = sending;
    const hasOwnKey = headers.has("authorization");
    let isUnknown = false;

    for (let attempts = 1; ; attempts++) {
      if (!hasOwnKey) await authorize(sending, settings);
      const secret = headers.get("authorization")?.replace(/^\S+ /, "") ?? "";
      const result = await attempt(sending, settings, moves);
      if (!(result instanceof Failure) && result.ok) return deliver(result, request, attempts);

      const { kind, reason, body } = assess(result, secret);
      // What an earlier attempt left unknown stays unknown.
      isUnknown ||= policy[kind].outcome === "unknown";
      const outcome: Outcome = isUnknown ? "unknown" : policy[kind].outcome;

      const waitMs = attempts > maxRetries ? undefined : waitBeforeRetry(kind, method, attempts, result.headers);
      if (waitMs === undefined) {
        const context = { operation, method, path, attempts, outcome };
        if (result instanceof Failure) {
          const cause = redacted(result.details.cause, secret);
          const { target, status = 0 } = result.details;
          throw new result.ErrorClass(reason, { ...context, target, status, cause });
        }
        if (request instanceof RequestCarrier) throw apiErrorFor(kind, reason, { ...context, ...result, body });
        return deliver(result, request, attempts);
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

function assess(result: Answer | Failure, secret: string) {
  if (result instanceof Failure)
    return { kind: result.kind, reason: redactedText(result.message, secret), body: undefined };
  const body = jsonOrText(redactedText(textOf(result), secret));
  return { kind: answerKind(result.status, body), reason: `${result.status}${describe(body)}`, body };
}

const deliver = (answer: Answer, request: Request | RequestCarrier, attempts: number) =>
  request instanceof RequestCarrier
    ? ({ ...answer, attempts } satisfies FinalAnswer as unknown as Response)
    : // A Response of these statuses must have no body (Fetch standard, "null body status").
      new Response([204, 205, 304].includes(answer.status) ? null : (answer.bytes ?? null), answer);
