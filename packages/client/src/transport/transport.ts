import { apiFailure } from "../errors/api-failure.js";
import { Failure } from "../errors/failure.js";
import type { Call } from "../errors/testsigma-error.js";
import type { Settings } from "../options/settings.js";
import { attempt, type Progress } from "./attempt.js";
import { createCredential } from "./authorize.js";
import { completeFailure } from "./complete-failure.js";
import { connectionFailure } from "./connection-failure.js";
import { sleep } from "./deadline.js";
import { notify } from "./notify.js";
import type { Moves } from "./redirect.js";
import type { ReceivedResponse } from "./response.js";
import { waitBeforeRetry } from "./retry-policy.js";

/** What is sent, any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** Whether a second execution changes nothing more. */
  readonly isRepeatable: boolean;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly signal?: AbortSignal | undefined;
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
    const { headers, isRepeatable, maxRetries, signal } = request;
    const credential = createCredential(headers, settings.apiKey);
    let isUnknown = false;
    for (let attempts = 1; ; attempts++) {
      const progress: Progress = { url: new URL(request.url), isSent: false };
      let response: ReceivedResponse | undefined;
      let failure: Failure;
      try {
        response = await attempt(request, progress, credential, settings, moves);
        if (!response.ok) throw apiFailure(response);
        return read(response);
      } catch (thrown) {
        signal?.throwIfAborted();
        // What is no failure of ours proves nothing: the request may have been executed.
        failure = thrown instanceof Failure ? thrown : connectionFailure(thrown, progress.url);
      }
      const error = completeFailure(failure, { request, url: progress.url, attempts, isUnknown }, credential.secrets);
      isUnknown = error.outcome === "unknown";
      const waitMs = attempts > maxRetries ? undefined : waitBeforeRetry(failure, isRepeatable, attempts);
      if (waitMs === undefined) {
        if (response && request.resolvesWith?.(response.status)) return read(response);
        throw error;
      }
      notify(settings.onRetry, { attempt: attempts, reason: error.message, waitMs });
      await sleep(waitMs, signal);
    }
  };
}
