import fc from "fast-check";
import { type OperationName, operations } from "../operations.ts";
import { type Reply, success } from "../reply.ts";
import type { RigAddresses } from "../rig/protocol.ts";
import { ask, scriptRun } from "../run/ask-rig.ts";
import { type CreateClient, runFault } from "../run/run-fault.ts";
import { arbitraryReplies } from "./arbitrary-replies.ts";

export interface ModelOptions {
  seed: number;
  sequences: number;
  /** The time after which no further sequence is started. */
  withinMs: number;
}

const options = { timeout: 2_000 };

const operationNames = Object.keys(operations) as OperationName[];

/** Keeps some connections open, so that the next request may reuse them. */
function keepSomeOpen(replies: fc.Arbitrary<Reply[]>): fc.Arbitrary<Reply[]> {
  return fc.tuple(replies, fc.infiniteStream(fc.boolean())).map(([drawn, keeps]) => {
    return [...drawn, success()].map((reply) => ({ ...reply, keepAlive: keeps.next().value === true }));
  });
}

/** Generates what happens at the same time, step by step: calls, requests of others, the end of every connection. */
function arbitrarySteps() {
  const calls = fc.record({
    name: fc.constant("model"),
    options: fc.constant(options),
    operation: fc.constantFrom(...operationNames),
    replies: keepSomeOpen(arbitraryReplies(["{path}?moved", "https://evil.invalid{path}"])),
  });
  return fc.array(
    fc.record({
      calls: fc.array(calls, { maxLength: 6 }),
      plainFetches: fc.nat(3),
      killAfterMs: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(30) }),
    }),
    { minLength: 1, maxLength: 4 },
  );
}

/** Plays random sequences of steps, with one client in each, and checks the general rules after each call. */
export async function playModel(
  addresses: RigAddresses,
  createClient: CreateClient,
  { seed, sequences, withinMs }: ModelOptions,
): Promise<{ calls: number; problems: string[] }> {
  const { rig, control } = addresses;
  let callCount = 0;

  async function fetchPlainly(): Promise<void> {
    const id = await scriptRun(control, { replies: [success({ keepAlive: true })], operation: "listTestRuns" });
    await fetch(`${rig}/${id}`).then((response) => response.text());
  }

  async function kill(afterMs: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await ask(control, "kills", {});
  }

  const property = fc.asyncProperty(arbitrarySteps(), async (steps) => {
    let client: ReturnType<CreateClient> | undefined;
    const sharedClient: CreateClient = (options) => {
      client ??= createClient(options);
      return client;
    };
    for (const { calls, plainFetches, killAfterMs } of steps) {
      const killed = killAfterMs === null ? undefined : kill(killAfterMs);
      const others = Array.from({ length: plainFetches }, () => fetchPlainly().catch(() => undefined));
      const observed = await Promise.all(calls.map((call) => runFault(call, addresses, sharedClient)));
      await Promise.all([killed, ...others]);
      callCount += calls.length;
      const problems = observed.flatMap(({ problems, message }, index) =>
        problems.map((problem) => `${calls[index]?.operation}: ${problem} (${message})`),
      );
      if (problems.length > 0) throw new Error(problems.join("; "));
    }
  });
  const details = await fc.check(property, {
    seed,
    numRuns: sequences,
    interruptAfterTimeLimit: withinMs,
    markInterruptAsFailure: false,
  });
  // With the shortest sequence of steps that breaks a rule.
  const problems = details.failed ? [`${details.errorInstance}\n${fc.defaultReportMessage(details)}`] : [];
  return { calls: callCount, problems };
}
