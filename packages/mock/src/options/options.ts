import type { SpecSource } from "../document/spec-source.js";
import type { Sequences } from "../scenarios/scenario-queue.js";
import type { ScenarioSequences } from "../scenarios/scenario-types.js";
import type { StateOptions } from "../store/state-options.js";

export interface CommonOptions {
  /** Responds with generated data instead of the spec's examples. @default false */
  dynamic?: boolean | undefined;
  /** Makes generated data repeatable: the same seed gives the same responses. */
  seed?: string | undefined;
  /**
   * Fills the successful response from the request: title, dates, labels and so on as they were sent, new ids, times of
   * now. @default false
   */
  echo?: boolean | undefined;
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
}

export interface BundledSpecOptions {
  spec?: undefined;
  allowExternalRefs?: undefined;
  /**
   * What to play for an operation's next requests, in this order; then the default response. A request that is rejected,
   * or that has a `Prefer` header of its own, takes nothing from it.
   *
   * @example { createTestRun: ["rate_limited", "created"] }
   */
  scenarios?: ScenarioSequences | undefined;
}

export interface OtherSpecOptions {
  /** Lets the document refer to files outside its folder, and to URLs. @default false */
  allowExternalRefs?: boolean | undefined;
  /** Another OpenAPI document: a path, a `file:` URL, or the parsed document. @default the spec of this API */
  spec: SpecSource;
  scenarios?: Sequences | undefined;
}

/** Options of a mock of this API. */
export type BundledMockOptions = CommonOptions & BundledSpecOptions;

/** Options of `createMockFetch`. A wrong one throws a `TypeError` that names it and what is allowed. */
export type MockOptions = BundledMockOptions | (CommonOptions & OtherSpecOptions);

/** Where a server listens. */
export interface ListenOptions {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default "127.0.0.1" (this machine only) */
  host?: string | undefined;
}

/** Options of `startMock`. A wrong one throws a `TypeError` that names it and what is allowed. */
export type ServerOptions = MockOptions & ListenOptions;
