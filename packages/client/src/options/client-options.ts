import type { Call } from "../errors/testsigma-error.js";
import type { CallOptions } from "./call-options.js";

/** What is reported before the client waits for another attempt. */
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
  readonly durationMs: number;
  /** The HTTP status; `undefined` without a response. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Why it failed, be it sent again or not; the reason of an aborted `signal`; `undefined` after a success. */
  readonly error: unknown;
}

/** Calls one operation with a flat input. */
export type OperationCall = (input: unknown, options?: CallOptions) => Promise<unknown>;

/** Puts checks around the calls of one operation; made by `validation()` of `@testsigma-tms/client/validation`. */
export type Validation = (
  operation: { operation: string; method: string; path: string },
  call: OperationCall,
) => OperationCall;

/** Options of `createClient`. */
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
   * Further attempts after the first. Only what was certainly not executed is sent again, or what may be executed twice
   * without harm: a create never is.
   *
   * @default 2
   */
  maxRetries?: number | undefined;
  /** Added to every request. */
  // Not `HeadersInit`: a project with @types/node and without the dom library has no such global.
  headers?: RequestInit["headers"] | undefined;
  /**
   * Hosts that a redirect may lead to, and so be sent the API key, each with its subdomains. The host of `baseUrl` is
   * always trusted.
   *
   * @default ["testsigma.com"]
   */
  trustedHosts?: readonly string[] | undefined;
  /** Called before each wait, so that a log is not mute meanwhile. What it throws is ignored. */
  onRetry?: ((notice: RetryNotice) => unknown) | undefined;
  /**
   * Called after every attempt of every call, for logs, metrics and traces: a span is made of `startedAt` and `durationMs`.
   * What it throws is ignored.
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
   * and their responses after. Calls through `http` are not checked.
   *
   * @default nothing is checked beyond what the types say
   */
  validation?: Validation | undefined;
}
