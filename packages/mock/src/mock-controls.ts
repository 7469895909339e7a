import type { RecordedRequest } from "./request/journal.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";

/** What every form of the mock lets a test do with it. */
export interface MockControls<S = ScenarioSequences> {
  /** The requests that the mock was sent, the oldest first; the last 1000 are kept. */
  readonly requests: readonly RecordedRequest[];
  /** Queues scenarios for an operation's next requests, after those that are queued already. Throws for an unknown name. */
  play(scenarios: S): void;
  /** Brings the mock back to how it was made: no requests, and the scenarios of its options. */
  clear(): void;
}

/** Told of each request when it is answered or given up, with the time that took in milliseconds. */
export type Observer = (record: RecordedRequest, milliseconds: number) => void;
