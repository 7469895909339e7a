import { apiFailure } from "../errors/api-failure.js";
import type { Failure } from "../errors/failure.js";
import { createHide } from "../errors/hide-secrets.js";
import type { Call } from "../errors/testsigma-error.js";
import type { CallOptions } from "../options/call-options.js";
import { publicUrl } from "../options/safe-url.js";
import type { Settings } from "../options/settings.js";
import { attempt, failureOf, type Progress } from "./attempt.js";
import { createCredential } from "./authorize.js";
import { completeFailure } from "./complete-failure.js";
import { guardStream, sleep } from "./deadline.js";
import type { Moves } from "./redirect.js";
import { type ReceivedResponse, requestIdOf } from "./response.js";
import { waitBeforeRetry } from "./retry-policy.js";

/** What is sent, any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | null | undefined;
  /** Whether a second execution changes nothing more. */
  readonly isRepeatable: boolean;
  readonly timeout: number;
  readonly maxRetries: number;
  readonly signal?: AbortSignal | undefined;
  readonly onResponse?: CallOptions["onResponse"];
  /** Whether the body of a success is handed on before its end. */
  readonly isStreamed?: boolean;
  /** Instead of the client's. */
  readonly fetch?: Settings["fetch"];
  /** Whether a failing status that is not sent again resolves too. */
  readonly resolvesWith?: (status: number) => boolean;
}

/** Sends a request and resolves to what is read from its successful response. */
export type Send = <Result>(request: ServiceRequest, read: (response: ReceivedResponse) => Result) => Promise<Result>;

/** Creates what sends requests: it adds the key, limits time, follows redirects and sends again. */
export function createTransport(settings: Settings): Send {
  const moves: Moves = new Map();

  return async (request, read) => {
    const { call, headers, isRepeatable, timeout, maxRetries, signal } = request;
    const credential = createCredential(headers, settings.apiKey);
    let isUnknown = false;
    for (let attempts = 1; ; attempts++) {
      const startedAt = Date.now();
      const progress: Progress = { url: new URL(request.url), isSent: false };
      const complete = (failure: Failure) =>
        completeFailure(failure, { request, url: progress.url, attempts, isUnknown }, credential.secrets);
      let response: ReceivedResponse | undefined;
      const report = (error?: unknown) =>
        settings.onAttempt &&
        notify(settings.onAttempt, {
          ...call,
          url: createHide(credential.secrets)(publicUrl(progress.url)),
          attempt: attempts,
          startedAt,
          durationMs: Date.now() - startedAt,
          status: response?.status,
          requestId: requestIdOf(response?.headers),
          error,
        });

      let failure: Failure;
      try {
        response = await attempt(request, progress, credential, settings, moves);
        if (!response.ok) throw apiFailure(response);
        const { status, headers, url, stream } = response;
        const remainingMs = timeout && Math.max(1, startedAt + timeout - Date.now());
        const errorOf = (thrown: unknown) => complete(failureOf(thrown, progress, timeout));
        const result = read(
          stream ? { ...response, stream: guardStream(stream, remainingMs, signal, errorOf) } : response,
        );
        report();
        notify(request.onResponse, { status, headers, url, requestId: requestIdOf(headers) });
        return result;
      } catch (thrown) {
        if (signal?.aborted) report(signal.reason);
        signal?.throwIfAborted();
        failure = failureOf(thrown, progress, timeout);
      }
      const error = complete(failure);
      report(error);
      isUnknown = error.outcome === "unknown";
      const waitMs = attempts > maxRetries ? undefined : waitBeforeRetry(failure, isRepeatable, attempts);
      if (waitMs === undefined) {
        if (response && !response.ok && request.resolvesWith?.(response.status)) return read(response);
        throw error;
      }
      notify(settings.onRetry, { attempt: attempts, reason: error.message, waitMs });
      await sleep(waitMs, signal);
    }
  };
}

/** Calls a hook of the caller's. That it fails, be it later, must not fail the call. */
async function notify<Notice>(hook: ((notice: Notice) => unknown) | undefined, notice: Notice): Promise<void> {
  try {
    await hook?.(notice);
  } catch {}
}
