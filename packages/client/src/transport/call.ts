import type { Settings } from "../options/settings.js";
import type { Hide } from "../secrets.js";
import { createHide, hideInFields, hideInJson } from "../secrets.js";
import { publicUrl } from "../url.js";
import type { ServiceRequest } from "./attempt.js";
import { attempt, callOption, type Progress, readKey, toFailure } from "./attempt.js";
import { sleep, withDeadline } from "./deadline.js";
import { apiFailure, completeFailure } from "./error.js";
import type { Failure } from "./failure.js";
import { type ReceivedResponse, requestId } from "./response.js";
import { waitBeforeRetry } from "./retry-policy.js";

/** Sends a request and resolves to the result of reading its response. */
export type Send = <Result>(
  request: ServiceRequest,
  read: (response: ReceivedResponse, hide: Hide) => Result,
) => Promise<Result>;

/**
 * Creates the function that sends requests: it adds the key, enforces the time limits, follows redirects and retries.
 */
export function createTransport(settings: Settings): Send {
  const { beforeAttempt, onAttempt, onRetry } = settings;

  return async (request, read) => {
    const { call, isRepeatable, isForm, options } = request;
    const { timeout: attemptMs = isForm ? settings.formTimeout : settings.timeout, signal, onResponse } = options;
    const { totalTimeout = settings.totalTimeout, maxRetries = settings.maxRetries } = options;
    const secrets = new Set<string>();
    const hide = (text: string) => createHide(secrets)(text);
    const authorize = async () => {
      const key = await readKey(settings.apiKey);
      secrets.add(key);
      return `Bearer ${key}`;
    };
    const endsAt = totalTimeout ? performance.now() + totalTimeout : Infinity;
    const remainingMs = () => Math.max(1, endsAt - performance.now());
    let isUnknown = false;

    for (let attempts = 1; ; attempts++) {
      const progress: Progress = { url: new URL(request.url), isSent: false };
      let begin = performance.now();
      let timeout = remainingMs();
      let response: ReceivedResponse | undefined;
      const report = (error?: unknown) => {
        if (!onAttempt) return;
        const durationMs = performance.now() - begin;
        notify(onAttempt, {
          ...call,
          url: hide(publicUrl(progress.url)),
          attempt: attempts,
          startedAt: Date.now() - durationMs,
          durationMs,
          status: response?.status,
          requestId: hideInJson(requestId(response?.headers), hide),
          error,
        });
      };

      let failure: Failure;
      try {
        if (beforeAttempt) {
          const wait = () => callOption("beforeAttempt", () => beforeAttempt({ ...call, attempt: attempts, signal }));
          await withDeadline(timeout, signal, wait);
          begin = performance.now();
        }
        timeout = Math.min(attemptMs || Infinity, remainingMs());
        response = await attempt(request, timeout, progress, authorize, settings);
        if (!response.ok) throw apiFailure(response);
        const result = read(response, hide);
        report();
        const { status, headers, url } = response;
        if (onResponse) notify(onResponse, hideInFields({ status, headers, url, requestId: requestId(headers) }, hide));
        return result;
      } catch (thrown) {
        if (signal?.aborted) {
          report(signal.reason);
          throw signal.reason;
        }
        failure = toFailure(thrown, progress, timeout);
      }
      const error = completeFailure(failure, { request, url: progress.url, attempts, isUnknown }, hide);
      report(error);
      isUnknown = error.outcome === "unknown";
      const waitMs = attempts > maxRetries ? undefined : waitBeforeRetry(failure, isRepeatable, attempts);
      if (waitMs === undefined || waitMs >= remainingMs()) {
        if (response && !response.ok && request.resolvesWith?.(response.status)) return read(response, hide);
        throw error;
      }
      notify(onRetry, { attempt: attempts, reason: error.message, waitMs });
      await sleep(waitMs, signal);
    }
  };
}

/** Calls one of the caller's hooks. A failing hook must not fail the call, even if it fails later. */
async function notify<Notice>(hook: ((notice: Notice) => unknown) | undefined, notice: Notice): Promise<void> {
  try {
    await hook?.(notice);
  } catch {}
}
