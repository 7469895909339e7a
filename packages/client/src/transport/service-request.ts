import type { Hide } from "../errors/hide-secrets.js";
import type { Call } from "../errors/testsigma-error.js";
import type { CallOptions } from "../options/call-options.js";
import type { ReceivedResponse } from "./response.js";

/** A request that can be sent any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** Tells whether the request can be executed a second time without changing anything more. */
  readonly isRepeatable: boolean;
  /** Tells whether the body is a form, which may take longer. */
  readonly isForm: boolean | undefined;
  readonly options: CallOptions;
  /** Tells whether the call resolves with an unsuccessful status that is not retried. */
  readonly resolvesWith?: (status: number) => boolean;
}

/** Sends a request and resolves to the result of reading its response. */
export type Send = <Result>(
  request: ServiceRequest,
  read: (response: ReceivedResponse, hide: Hide) => Result,
) => Promise<Result>;
