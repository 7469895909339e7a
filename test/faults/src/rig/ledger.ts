import { randomUUID } from "node:crypto";
import { markerOf, type OperationName, operations, type PlayedOperation } from "../operations.ts";
import { type Reply, success } from "../reply.ts";
import { testKey } from "./protocol.ts";

/** A request as the rig saw it. */
export interface Arrival {
  method: string;
  /** The origin that the client meant, such as `https://arcus.testsigma.com`. */
  origin: string;
  path: string;
  /** Whether the key was anywhere in the request: in a header, the URL or the body. */
  hadKey: boolean;
  /** The digest of the body without the boundary of a form; `undefined` if the rig did not read all of it. */
  digest: string | undefined;
  executed: boolean;
}

export interface ReceivedRequest extends Omit<Arrival, "executed"> {
  authorization: string | undefined;
  body: string;
}

export interface RunRecord {
  executed: number;
  arrivals: Arrival[];
}

/** The rig's instructions for the requests that name one run. */
export interface Script {
  replies: Reply[];
  /** The operation. Default `createTestRun`. */
  operation?: OperationName;
}

export class ScriptedRun {
  readonly id = randomUUID();
  readonly record: RunRecord = { executed: 0, arrivals: [] };
  readonly operation: PlayedOperation;
  readonly firstArrival: Promise<void>;
  readonly #script: Script;
  #arrived!: () => void;

  constructor(script: Script) {
    this.#script = script;
    this.operation = operations[script.operation ?? "createTestRun"];
    this.firstArrival = new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  /**
   * The reply to the next request. When the script has no more replies, the request is executed, so that an incorrect
   * retry shows.
   */
  get nextReply(): Reply {
    return this.#script.replies[this.record.arrivals.length] ?? success();
  }

  /** Records a request and returns the reply. */
  receive({ authorization, body, ...arrival }: ReceivedRequest): Reply {
    const reply = this.nextReply;
    const { method, hasBody } = this.operation;
    // A server may act on a request before it has read the whole body.
    const isWhole = reply.reads !== undefined || !hasBody || body.includes(markerOf(this.id));
    const isExecutable = arrival.method === method && authorization === `Bearer ${testKey}` && isWhole;
    const executed = reply.executes === true && isExecutable;
    this.record.arrivals.push({ ...arrival, executed });
    if (executed) this.record.executed += 1;
    this.#arrived();
    return reply;
  }
}

export class Ledger {
  readonly #runs = new Map<string, ScriptedRun>();
  /** The requests that name no run of this ledger: there should be none. */
  readonly strays: string[] = [];

  script(script: Script): ScriptedRun {
    const run = new ScriptedRun(script);
    this.#runs.set(run.id, run);
    return run;
  }

  find(id: string): ScriptedRun | undefined {
    return this.#runs.get(id);
  }

  /** Returns the run whose id is in the URL or, if a redirect changed the URL, in the body. */
  findIn(text: string): ScriptedRun | undefined {
    for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
      const run = this.#runs.get(id);
      if (run) return run;
    }
    return undefined;
  }
}
