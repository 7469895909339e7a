import { randomUUID } from "node:crypto";
import type { Reply } from "../reply.ts";
import { created } from "../reply.ts";

/** A request as the rig saw it. */
export interface Arrival {
  method: string;
  /** The origin that the client meant, such as `https://arcus.testsigma.com`. */
  origin: string;
  path: string;
  /** The `Connection` header. */
  connection: string | undefined;
  /** The key stood somewhere in the request: a header, the URL or the body. */
  hadKey: boolean;
  executed: boolean;
  /** In milliseconds, from any fixed point. */
  at: number;
}

/** What the rig remembers of one run. */
export interface RunRecord {
  executed: number;
  arrivals: Arrival[];
}

export class ScriptedRun {
  readonly id = randomUUID();
  readonly record: RunRecord = { executed: 0, arrivals: [] };
  readonly firstArrival: Promise<void>;
  readonly #replies: Reply[];
  readonly #repeats: boolean;
  #arrived!: () => void;

  constructor(replies: Reply[], repeats: boolean) {
    this.#replies = replies;
    this.#repeats = repeats;
    this.firstArrival = new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  /** Records a request and returns the reply. A script that has run out creates the run, so that a wrong re-send shows. */
  receive(arrival: Omit<Arrival, "executed" | "at">, isCreate: boolean): Reply {
    const index = this.record.arrivals.length;
    const reply = this.#replies[index] ?? (this.#repeats ? this.#replies.at(-1) : undefined) ?? created();
    const executed = reply.executes === true && isCreate;
    this.record.arrivals.push({ ...arrival, executed, at: performance.now() });
    if (executed) this.record.executed += 1;
    this.#arrived();
    return reply;
  }
}

export class Ledger {
  readonly #runs = new Map<string, ScriptedRun>();
  /** Requests that name no run of this ledger: there should be none. */
  readonly strays: string[] = [];

  script(replies: Reply[], repeats: boolean): ScriptedRun {
    const run = new ScriptedRun(replies, repeats);
    this.#runs.set(run.id, run);
    return run;
  }

  find(id: string): ScriptedRun | undefined {
    return this.#runs.get(id);
  }

  /** The run whose id stands in the URL or, where a redirect changed the URL, in the body. */
  findIn(...texts: string[]): ScriptedRun | undefined {
    for (const text of texts) {
      for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
        const run = this.#runs.get(id);
        if (run) return run;
      }
    }
    return undefined;
  }

  get executed(): number {
    return [...this.#runs.values()].reduce((sum, run) => sum + run.record.executed, 0);
  }
}
