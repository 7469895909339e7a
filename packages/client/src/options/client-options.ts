import type { Call } from "../errors/testsigma-error.js";

/** A wait before another attempt. */
export interface RetryNotice {
  /** The attempt that failed, counted from 1. */
  attempt: number;
  /** Which call failed and why, in words for a log. */
  reason: string;
  /** How long the client waits now, in milliseconds. */
  waitMs: number;
}

/** One attempt of a call, when it is over. */
export interface AttemptReport extends Call {
  /** The URL that was asked last, after any redirect, without its query. */
  readonly url: string;
  /** Counted from 1. */
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds by a clock that never steps. */
  readonly durationMs: number;
  /** The HTTP status; `undefined` without a response. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Why it failed, be it sent again or not; the reason of an aborted `signal`; `undefined` after a success. */
  readonly error: unknown;
}

/** An attempt that is about to be made. */
export interface AttemptNotice extends Call {
  /** Counted from 1. */
  readonly attempt: number;
  /** The signal of the call. */
  readonly signal: AbortSignal | undefined;
}

/** The checks that `validation()` of `@testsigma-tms/client/validation` makes. */
export interface Validation {
  /** Throws an `InputError` for an input that does not fit the spec. */
  readonly checkInput: (call: Call, input: unknown) => void;
  /** Reports a body that does not fit the spec; the status of a success is `undefined`. */
  readonly reportBody: ((operation: string, status: number | undefined, readBody: () => unknown) => void) | undefined;
}

/** Options of `createClient`, and of the functions of `@testsigma-tms/client/http`. */
export interface ClientOptions {
  /**
   * The API key, or a function that is asked for it before every attempt. Made in the app under
   * Settings > API Keys (documented); a JWT that stays valid until it is revoked (observed).
   *
   * @default the environment variable `TESTSIGMA_API_KEY`, else `TESTSIGMA_API_TOKEN`, where the environment can be read
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * Where the API lives: an `https:` URL; `http:` only on a loopback host.
   *
   * @default the environment variable `TESTSIGMA_BASE_URL`, else the documented host
   */
  baseUrl?: string | undefined;
  /**
   * Sends the requests: called with a URL and a `RequestInit`, as the global function.
   *
   * @default globalThis.fetch, looked up at every call
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Milliseconds that one attempt may take, with redirects and reading the body; 0 turns the limit off. An attempt that
   * takes longer fails with a `TimeoutError`.
   *
   * @default 30000, and 300000 for an operation that sends a form
   */
  timeout?: number | undefined;
  /**
   * Milliseconds that a whole call may take, with every attempt and the waits between them; 0 turns the limit off. No
   * attempt is begun that the wait for it would make too late: the call then fails with the error of the last attempt.
   *
   * @default 0
   */
  totalTimeout?: number | undefined;
  /**
   * Further attempts after the first. Only what was certainly not executed is sent again, or what may be executed twice
   * without harm: a create never is.
   *
   * @default 2
   */
  maxRetries?: number | undefined;
  /** Added to every request; `Authorization` is rejected, because the key is the option `apiKey`. */
  // Not `HeadersInit`: a project with @types/node and without the dom library has no such global.
  headers?: RequestInit["headers"] | undefined;
  /**
   * Hosts that a redirect may lead to, and so be sent the API key, each with its subdomains. The host of `baseUrl` is
   * always trusted.
   *
   * @default ["testsigma.com"]
   */
  trustedHosts?: readonly string[] | undefined;
  /**
   * Called before every attempt, which waits for the promise that it returns: to pace requests, for example. The wait is no
   * part of `timeout`, and nothing is sent meanwhile. What it throws fails the attempt with an `InputError`.
   */
  beforeAttempt?: ((attempt: AttemptNotice) => unknown) | undefined;
  /**
   * Called before each wait for another attempt, with the words for a log, which would be mute meanwhile. `onAttempt` is
   * called for every attempt, also the last. What it throws is ignored.
   */
  onRetry?: ((notice: RetryNotice) => unknown) | undefined;
  /**
   * Called after every attempt of every call, for metrics and traces: a span is made of `startedAt` and `durationMs`. What it
   * throws is ignored.
   */
  onAttempt?: ((attempt: AttemptReport) => unknown) | undefined;
  /**
   * A response with a larger body fails with a `ResponseError`. In bytes, after decompression.
   *
   * @default 10485760
   */
  maxResponseBytes?: number | undefined;
  /**
   * What `validation()` of `@testsigma-tms/client/validation` returns: checks the input of the methods before it is sent
   * and their responses after. Requests through `@testsigma-tms/client/http` are not checked.
   *
   * @default nothing is checked beyond what the types say
   */
  validation?: Validation | undefined;
}
