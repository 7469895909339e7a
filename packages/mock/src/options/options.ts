import type { ScenarioSequences } from "../scenarios/scenario-types.js";
import type { StateOptions } from "../store/state-options.js";

/** Options of a mock. A wrong one throws a `TypeError` that names it and what is allowed. */
export interface MockOptions {
  /** Responds with generated data instead of the spec's examples. @default false */
  dynamic?: boolean | undefined;
  /** Makes generated data and identifiers repeatable: the same seed gives the same responses. */
  seed?: string | undefined;
  /**
   * Remembers what requests create, change and delete, from a small made-up project on. Without it every request gets its
   * documented example, whatever came before. @default false
   */
  state?: boolean | StateOptions | undefined;
  /** How long the response of an operation takes at least, in milliseconds, up to 60,000. @default 0 */
  latency?: number | undefined;
  /**
   * Status for a request that does not match the spec: 422 as documented, or 400 as observed on the live
   * service. @default 422
   */
  invalidRequestStatus?: 400 | 422 | undefined;
  /** The largest request body that is accepted, in bytes; a larger one gets 413. @default 1 MiB, and 25 MiB for forms */
  bodyLimit?: number | undefined;
  /** Lets web pages of every origin call the mock (`Access-Control-Allow-Origin: *`, no credentials). @default false */
  cors?: boolean | undefined;
  /**
   * What to play for an operation's next requests, in this order; then the default response. A request that is rejected,
   * or that has a `Prefer` header, takes nothing from it.
   *
   * @example { createTestRun: ["rate_limited", "created"] }
   */
  scenarios?: ScenarioSequences | undefined;
}

/** Options of `startMock`. A wrong one throws a `TypeError` that names it and what is allowed. */
export interface ServerOptions extends MockOptions {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default "127.0.0.1" (this machine only) */
  host?: string | undefined;
  /**
   * Lets other machines control the mock under `/__mock/` if they send this token as `Authorization: Bearer <token>`.
   * Without it, only this machine can.
   */
  controlToken?: string | undefined;
}
