import type { Fault, ObservedFault } from "../fault.ts";
import type { RigAddresses } from "../rig/protocol.ts";
import type { CreateClient } from "./call-client.ts";
import { runFault } from "./run-fault.ts";

/**
 * Plays faults in parallel and keeps their order. Those that leave a connection open come last, one after the other, so
 * that no other fault finds such a connection.
 */
export async function runAll(
  faults: readonly Fault[],
  addresses: RigAddresses,
  createClient: CreateClient,
  parallel: number,
): Promise<ObservedFault[]> {
  const observed: ObservedFault[] = [];
  const entries = [...faults.entries()];
  const play = async (queue: Iterable<[number, Fault]>): Promise<void> => {
    for (const [index, fault] of queue) observed[index] = await runFault(fault, addresses, createClient);
  };
  const together = entries.filter(([, { before }]) => !before?.keepAlive).values();
  await Promise.all(Array.from({ length: parallel }, () => play(together)));
  await play(entries.filter(([, { before }]) => before?.keepAlive));
  return observed;
}
