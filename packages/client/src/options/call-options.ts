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
