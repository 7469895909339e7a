import type { ScenarioSequences } from "../choose/scenarios.js";
import type { StateOptions } from "../store/state-options.js";

/** Options of a mock. A wrong option throws a `TypeError` that names it and what is allowed. */
export interface MockOptions {
  /** Makes identifiers repeatable: the same seed gives the same ones. */
  seed?: string | undefined;
  /**
   * Remembers what requests create, change and delete, starting from a small made-up project. Without it, every request
   * gets its documented example, regardless of earlier requests. @default false
   */
  state?: boolean | StateOptions | undefined;
  /** Minimum response time of an operation, in milliseconds, up to 60,000. @default 0 */
  latency?: number | undefined;
  /**
   * Status for a request that does not match the spec: 422 as documented, or 400 as observed on the live
   * service. @default 422
   */
  invalidRequestStatus?: 400 | 422 | undefined;
  /** Maximum size of a request body, in bytes; a larger one gets 413. @default 1 MiB, and 25 MiB for forms */
  bodyLimit?: number | undefined;
  /**
   * Lets web pages of any origin call the mock (`Access-Control-Allow-Origin: *`, no credentials). Without it, only pages
   * of this machine can. @default false
   */
  cors?: boolean | undefined;
  /**
   * Scenarios to play for an operation's next requests, in this order; after them, the default response. A request that
   * is rejected, or whose `Prefer` header names an example or a status, does not use one up.
   *
   * @example { createTestRun: ["rate_limited", "created"] }
   */
  scenarios?: ScenarioSequences | undefined;
}

/** Options of `startMock`. A wrong option throws a `TypeError` that names it and what is allowed. */
export interface ServerOptions extends MockOptions {
  /** Port to listen on; 0 picks a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default "127.0.0.1" (this machine only) */
  host?: string | undefined;
  /**
   * Lets other machines control the mock under `/__mock/` if they send this token as `Authorization: Bearer <token>`.
   * Without it, only this machine can.
   */
  controlToken?: string | undefined;
}
