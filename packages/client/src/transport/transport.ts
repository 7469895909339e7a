import { type Answer, jsonOrText, textOf } from "./response.js";
import { apiErrorFor } from "../errors/api-error-for.js";
import { attempt, type Moves } from "./attempt.js";
import { sleep } from "./deadline.js";
import type { ApiError } from "../errors/api-error.js";
import { refuse } from "../errors/input-error.js";
import { type Outcome, TestsigmaError } from "../errors/testsigma-error.js";
import { ConnectionError } from "../errors/transport-errors.js";
import type { Fail } from "../errors/fail.js";
import { redacted } from "../errors/redacted.js";
import { RequestCarrier } from "./request-carrier.js";
import { type FailureKind, policy, waitBeforeRetry } from "./retry-policy.js";
import type { Settings } from "../options/settings.js";

/**
 * Creates the `fetch` below openapi-fetch: it adds the key, limits time, follows redirects and sends again.
 *
 * A `RequestCarrier` (the methods) is answered with what it reads from a successful answer, a native `Request` (`http`)
 * with a `Response` of any status. Everything else is thrown.
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
    if (!settings.isTrusted(new URL(url))) throw refuse(`${url}: not in trustedHosts`, call);

    const isCarrier = request instanceof RequestCarrier;
    const body = isCarrier ? request.body : request.body && (await request.arrayBuffer());
    const sending = { url, method, headers, body, hasOwnKey: headers.has("authorization") };
    // Deno and Chromium send a POST again by themselves when a reused connection dies: use each connection once. Browsers
    // drop this header.
    headers.set("connection", "close");

    let outcome: Outcome | undefined;
    for (let attempts = 1; ; attempts++) {
      // Of this attempt alone: one that was given up may still fail in the background.
      let kind: FailureKind = "unsent";
      const hide = (value: unknown) => redacted(value, headers.get("authorization")?.replace(/^\S+ /, ""));
      const fail: Fail = (failure, Class, message, members = {}) => {
        kind = failure;
        // What an earlier attempt left unknown stays unknown.
        if (outcome !== "unknown") [outcome] = policy[kind];
        const hidden = Object.entries(members).map(([name, value]) => [name, hide(value)]);
        return new Class(hide(message) as string, { ...call, attempts, outcome, ...Object.fromEntries(hidden) });
      };

      let response: Response | undefined;
      try {
        const answer = await attempt(sending, settings, moves, timeout, signal, fail);
        if (!isCarrier) response = native(answer);
        if (!answer.ok) throw apiErrorFor(answer, jsonOrText(hide(textOf(answer)) as string), fail);
        return response ?? ({ ...answer, body: (request as RequestCarrier).read(answer, fail) } as unknown as Response);
      } catch (thrown) {
        signal?.throwIfAborted();
        // Nothing else should be thrown; if it is, the request may have been executed all the same.
        const error = thrown instanceof TestsigmaError ? thrown : fail("failed", ConnectionError, `${thrown}`);
        const waitMs =
          attempts > maxRetries ? undefined : waitBeforeRetry(kind, method, attempts, (error as ApiError).retryAfterMs);
        if (waitMs === undefined) {
          if (response) return response;
          throw error;
        }
        try {
          settings.onRetry?.({ attempt: attempts, reason: error.message, waitMs });
        } catch {
          // A failing log must not fail the call.
        }
        await sleep(waitMs, signal);
      }
    }
  };
}

/** Some statuses must have no body, not even an empty one (Fetch standard, "null body status"). */
const native = (answer: Answer) =>
  new Response(answer.chunks[0] ? new Blob(answer.chunks as BlobPart[]) : null, answer);
