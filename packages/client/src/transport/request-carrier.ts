import type { Answer } from "./response.js";
import type { CallOptions } from "../options/call-options.js";
import type { Fail } from "../errors/fail.js";

/**
 * Stands in for the native `Request` that openapi-fetch would build: the transport sends URL and init itself, possibly
 * several times, and a native one would only be taken apart again.
 */
export class RequestCarrier implements Omit<CallOptions, "headers"> {
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body: string | undefined;
  declare readonly signal?: AbortSignal;
  declare readonly timeout?: number;
  declare readonly maxRetries?: number;
  declare readonly operation?: string;
  /** The path template. */
  declare readonly path?: string;
  /** Reads a successful answer; throws where it is not as documented. */
  declare readonly read: (answer: Answer, fail: Fail) => unknown;

  declare readonly url: string;

  constructor(url: string, init: object) {
    Object.assign(this, init, { url });
  }
}
