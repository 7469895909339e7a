import type { Hide } from "../errors/hide-secrets.js";
import type { Call } from "../errors/testsigma-error.js";
import type { CallOptions } from "../options/call-options.js";
import type { ReceivedResponse } from "./response.js";

/** A request, which may be sent any number of times. */
export interface ServiceRequest {
  readonly call: Call;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  /** Executing it a second time changes nothing more. */
  readonly isRepeatable: boolean;
  readonly timeout: number;
  readonly totalTimeout: number;
  readonly maxRetries: number;
  readonly signal: AbortSignal | undefined;
  readonly onResponse: CallOptions["onResponse"];
  /** Tells whether a failing status that is not sent again resolves too. */
  readonly resolvesWith: ((status: number) => boolean) | undefined;
}

/** Reads what the caller wants out of a response. */
export type ReadResponse<Result> = (response: ReceivedResponse, hide: Hide) => Result;

/** Sends a request and resolves to what is read from its response. */
export type Send = <Result>(request: ServiceRequest, read: ReadResponse<Result>) => Promise<Result>;
