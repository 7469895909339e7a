import type { TestsigmaError } from "../errors.js";
import type { Settings } from "../options/settings.js";
import { type Hide, hideInFields, hideInJson, Secrets } from "../secrets.js";
import { publicUrl } from "../url.js";
import { type Attempt, callOption, type ServiceRequest, send, toFailure } from "./attempt.js";
import { sleep, withDeadline } from "./deadline.js";
import { completeFailure, type Failure } from "./failure.js";
import { type ReceivedResponse, requestId } from "./response.js";
import { isSentAgain, waitBeforeRetry } from "./retry-policy.js";

type Read<Result> = (response: ReceivedResponse, hide: Hide) => Result;

/** Sends a request and resolves to the result of reading its response. */
export type Send = <Result>(request: ServiceRequest, read: Read<Result>) => Promise<Result>;

/**
 * Creates the function that sends requests: it adds the key, enforces the time limits, follows redirects and sends
 * again what the policy allows.
 */
export function createTransport(settings: Settings): Send {
  const secrets = new Secrets();
  if (typeof settings.apiKey === "string") secrets.add(settings.apiKey);
  return (request, read) => new ServiceCall(request, settings, secrets).run(read);
}

/** One call, which makes attempts until one succeeds, or until the policy or a limit forbids another. */
class ServiceCall {
  readonly #request: ServiceRequest;
  readonly #settings: Settings;
  readonly #secrets: Secrets;
  readonly #endsAt: number;
  /** The number of attempts so far. */
  #attempts = 0;
  #startedAt = 0;
  /** Whether the outcome of an earlier attempt is unknown. */
  #wasUnknown = false;

  constructor(request: ServiceRequest, settings: Settings, secrets: Secrets) {
    this.#request = request;
    this.#settings = settings;
    this.#secrets = secrets;
    const { totalTimeout = settings.totalTimeout } = request.options;
    this.#endsAt = totalTimeout ? performance.now() + totalTimeout : Infinity;
  }

  async run<Result>(read: Read<Result>): Promise<Result> {
    const { beforeAttempt, timeout, formTimeout } = this.#settings;
    const { isForm, options } = this.#request;
    const { signal, timeout: limitMs = isForm ? formTimeout : timeout } = options;
    while (true) {
      const attempt: Attempt = { url: this.#request.url, timeoutMs: this.#remainingMs(), isSent: false };
      this.#startedAt = performance.now();
      this.#attempts++;
      try {
        if (beforeAttempt) await this.#announce(attempt, beforeAttempt);
        attempt.timeoutMs = Math.min(limitMs || Infinity, this.#remainingMs());
        const response = await send(this.#request, attempt, this.#settings, this.#secrets);
        const result = read(response, this.#secrets.hide);
        this.#report(attempt);
        this.#notifyOfResponse(response);
        return result;
      } catch (thrown) {
        // Not awaited: a peer that never ends its body may never let it be cancelled either.
        attempt.reader?.cancel().catch(() => {});
        if (signal?.aborted) {
          this.#report(attempt, signal.reason);
          throw signal.reason;
        }
        const failure = toFailure(thrown, attempt);
        const error = this.#fail(attempt, failure);
        const waitMs = this.#waitAfter(failure);
        if (waitMs === undefined) return this.#giveUp(attempt, error, read);
        notify(this.#settings.onRetry, { attempt: this.#attempts, reason: error.message, waitMs });
        await sleep(waitMs, signal);
      }
    }
  }

  /** Calls the caller's function before an attempt and waits for it. */
  async #announce({ timeoutMs }: Attempt, beforeAttempt: NonNullable<Settings["beforeAttempt"]>): Promise<void> {
    const { call, options } = this.#request;
    const notice = { ...call, attempt: this.#attempts, signal: options.signal };
    await withDeadline(timeoutMs, options.signal, () => callOption("beforeAttempt", () => beforeAttempt(notice)));
    this.#startedAt = performance.now();
  }

  #remainingMs(): number {
    return this.#endsAt === Infinity ? Infinity : Math.max(1, this.#endsAt - performance.now());
  }

  /** Creates and reports the error of a failed attempt. */
  #fail(attempt: Attempt, failure: Failure): TestsigmaError {
    const { call, isRepeatable } = this.#request;
    const context = { call, isRepeatable, url: attempt.url, attempts: this.#attempts, wasUnknown: this.#wasUnknown };
    const error = completeFailure(failure, context, this.#secrets.hide);
    this.#wasUnknown = error.outcome === "unknown";
    this.#report(attempt, error);
    return error;
  }

  /** Returns the wait before another attempt; `undefined` if there must not be one. */
  #waitAfter({ kind, fields }: Failure): number | undefined {
    const { isRepeatable, options } = this.#request;
    const { maxRetries = this.#settings.maxRetries } = options;
    if (this.#attempts > maxRetries || !isSentAgain(kind, isRepeatable)) return undefined;
    const waitMs = waitBeforeRetry(fields.retryAfterMs, this.#attempts);
    return waitMs !== undefined && waitMs < this.#remainingMs() ? waitMs : undefined;
  }

  /** Ends the call: resolves with an unsuccessful response if that is what the caller expects, else throws. */
  #giveUp<Result>({ response }: Attempt, error: TestsigmaError, read: Read<Result>): Result {
    if (response && !response.ok && this.#request.resolvesWith?.(response.status))
      return read(response, this.#secrets.hide);
    throw error;
  }

  #report({ url, response }: Attempt, error?: unknown): void {
    const { onAttempt } = this.#settings;
    if (!onAttempt) return;
    const durationMs = performance.now() - this.#startedAt;
    notify(onAttempt, {
      ...this.#request.call,
      url: this.#secrets.hide(publicUrl(url)),
      attempt: this.#attempts,
      startedAt: Date.now() - durationMs,
      durationMs,
      status: response?.status,
      requestId: hideInJson(requestId(response?.headers), this.#secrets.hide),
      error,
    });
  }

  #notifyOfResponse({ status, headers, url }: ReceivedResponse): void {
    const { onResponse } = this.#request.options;
    if (!onResponse) return;
    notify(onResponse, hideInFields({ status, headers, url, requestId: requestId(headers) }, this.#secrets.hide));
  }
}

/** Calls one of the caller's hooks. A failing hook must not fail the call, even if it fails later. */
async function notify<Notice>(hook: ((notice: Notice) => unknown) | undefined, notice: Notice): Promise<void> {
  try {
    await hook?.(notice);
  } catch {}
}
