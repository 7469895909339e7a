import type { Call } from "../errors.js";

/** Describes a wait before another attempt. */
export interface RetryNotice {
  /** The number of the attempt that failed, counted from 1. */
  attempt: number;
  /** The call that failed and the cause, as text for a log. */
  reason: string;
  /** The wait that begins now, in milliseconds. */
  waitMs: number;
}

/** Describes one attempt of a call, after it has ended. */
export interface AttemptReport extends Call {
  /** The URL of the last request, after any redirect, without its query. */
  readonly url: string;
  /** The number of the attempt, counted from 1. */
  readonly attempt: number;
  /** The start of the attempt, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The duration in milliseconds, by a monotonic clock. */
  readonly durationMs: number;
  /** The HTTP status; `undefined` if there was no response. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /**
   * The error of a failed attempt, even if it is retried; the reason of an aborted `signal`; `undefined` after a
   * success.
   */
  readonly error: unknown;
}

/** Describes an attempt that is about to be made. */
export interface AttemptNotice extends Call {
  /** The number of the attempt, counted from 1. */
  readonly attempt: number;
  /** The signal of the call. */
  readonly signal: AbortSignal | undefined;
}

/** The checks that `validation()` of `@testsigma-tms/client/validation` makes. */
export interface Validation {
  /** Throws an `InputError` if an input does not match the spec. */
  readonly checkInput: (call: Call, input: unknown) => void;
  /** Reports a response body that does not match the spec; the status of a success is `undefined`. */
  readonly reportBody: ((operation: string, status: number | undefined, readBody: () => unknown) => void) | undefined;
}

/** Options of `createClient`, and of the functions of `@testsigma-tms/client/http`. */
export interface ClientOptions {
  /**
   * The API key, or a function that returns it and is called before every attempt. Create the key in the app under
   * Settings > API Keys (documented); it is a JWT that stays valid until it is revoked (observed). A
   * key of fewer than 8 characters, as used with a mock, is not hidden in the server's text.
   *
   * @default the environment variable `TESTSIGMA_API_KEY`, else `TESTSIGMA_API_TOKEN`, where the environment can be read
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * The base URL of the API: an `https:` URL; `http:` is allowed for loopback hosts only.
   *
   * @default the environment variable `TESTSIGMA_BASE_URL`, else the documented host
   */
  baseUrl?: string | undefined;
  /**
   * Sends the requests. It is called with a URL and a `RequestInit`, like the global function; headers are an object, and
   * a form is an `ArrayBuffer`, because not every library knows the runtime's `FormData`.
   *
   * @default globalThis.fetch, looked up at every call
   */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * The time limit of one attempt, including redirects and reading the body, in milliseconds; 0 turns the limit off. An
   * attempt that takes longer fails with a `TimeoutError`.
   *
   * @default 30000, and 300000 for an operation that sends a form
   */
  timeout?: number | undefined;
  /**
   * The time limit of a whole call, including every attempt and the waits between them, in milliseconds; 0 turns the
   * limit off. If the wait for another attempt would exceed the limit, the call fails at once with the error of the
   * last attempt.
   *
   * @default 0
   */
  totalTimeout?: number | undefined;
  /**
   * The maximum number of attempts after the first. A request is only sent again if it was certainly not executed, or
   * if executing it twice does no harm: a create that may have been executed is never sent again.
   *
   * @default 2
   */
  maxRetries?: number | undefined;
  /** Headers to add to every request. `Authorization` is rejected: pass the key as the option `apiKey`. */
  // Not `HeadersInit`: a project with @types/node and without the dom library has no such global.
  headers?: RequestInit["headers"] | undefined;
  /**
   * The hosts that a redirect may lead to, each with its subdomains; a redirected request carries the API key. The host
   * of `baseUrl` is always trusted.
   *
   * @default ["testsigma.com"]
   */
  trustedHosts?: readonly string[] | undefined;
  /**
   * Called before every attempt, which waits for the returned promise: use it to pace requests, for example. The wait
   * does not count towards `timeout`, and nothing is sent meanwhile. If it throws, the attempt fails with an
   * `InputError`.
   */
  beforeAttempt?: ((attempt: AttemptNotice) => unknown) | undefined;
  /**
   * Called before each wait for another attempt, with text for a log, so that the wait does not go unnoticed. For every
   * attempt, including the last, use `onAttempt`. Anything it throws is ignored.
   */
  onRetry?: ((notice: RetryNotice) => unknown) | undefined;
  /**
   * Called after every attempt of every call, for metrics and traces: `startedAt` and `durationMs` make up a span.
   * Anything it throws is ignored.
   */
  onAttempt?: ((attempt: AttemptReport) => unknown) | undefined;
  /**
   * The maximum size of a response body in bytes, after decompression. A larger one fails with a `ResponseError`.
   *
   * @default 10485760
   */
  maxResponseBytes?: number | undefined;
  /**
   * The result of `validation()` of `@testsigma-tms/client/validation`: checks the input of the methods before it is
   * sent, and their responses. Requests through `@testsigma-tms/client/http` are not checked.
   *
   * @default nothing is checked beyond what the types say
   */
  validation?: Validation | undefined;
}

/** The response of a successful call. */
export interface ResponseInfo {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Headers;
  /** The request id, from `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). */
  readonly requestId: string | undefined;
  /** The URL that responded, after any redirect. */
  readonly url: string;
}

/** Options of one call; each overrides the client's option of the same name. */
export interface CallOptions {
  /**
   * Cancels the call, which rejects at once with the signal's reason, whether a request is in flight or the call waits
   * for another attempt. A request that was already sent may still be executed, and the reason does not say so: after
   * aborting a create, check the project before you send it again.
   */
  signal?: AbortSignal | undefined;
  /** The time limit of one attempt, in milliseconds; 0 turns the limit off. */
  timeout?: number | undefined;
  /** The time limit of the whole call, in milliseconds; 0 turns the limit off. */
  totalTimeout?: number | undefined;
  /** The maximum number of attempts after the first. */
  maxRetries?: number | undefined;
  /** Headers to add to the request; they replace the client's headers of the same name. `Authorization` is rejected. */
  headers?: RequestInit["headers"] | undefined;
  /**
   * Query parameters that are not documented, such as filters; they replace parameters of the same name in the input.
   */
  query?: { readonly [name: string]: unknown } | undefined;
  /**
   * Called with the response of a successful call, before the call resolves to its body. Anything it throws is ignored.
   */
  onResponse?: ((response: ResponseInfo) => unknown) | undefined;
}
