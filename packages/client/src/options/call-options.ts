/** The response of a successful call. */
export interface ResponseInfo {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: Headers;
  /** From `x-request-id` or `x-tms-api-request-id` (observed; the sources disagree). */
  readonly requestId: string | undefined;
  /** The URL that responded, after any redirect. */
  readonly url: string;
}

/** Options of one call; each overrides the client's option of the same name. */
export interface CallOptions {
  /**
   * Cancels the call: it rejects at once with the signal's reason, in flight and while waiting before another attempt.
   * A request that was already sent may still be executed, and the reason does not say so: after aborting a create, look in
   * the project before you send it again.
   */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take; 0 turns the limit off. */
  timeout?: number | undefined;
  /** Milliseconds that the whole call may take; 0 turns the limit off. */
  totalTimeout?: number | undefined;
  /** Further attempts after the first. */
  maxRetries?: number | undefined;
  /** Added to the request; a header of the same name given to the client is replaced. `Authorization` is rejected. */
  headers?: RequestInit["headers"] | undefined;
  /** Query parameters that the documentation does not list, such as filters; one of the input's of the same name is replaced. */
  query?: { readonly [name: string]: unknown } | undefined;
  /** Called with the response of a success, before the call resolves to its body. What it throws is ignored. */
  onResponse?: ((response: ResponseInfo) => unknown) | undefined;
}
