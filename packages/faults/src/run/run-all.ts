import type { Fault } from "../fault.ts";
import type { RigAddresses } from "../rig/rig.ts";
import type { CreateClient } from "./call-client.ts";
import { type ObservedFault, runFault } from "./run-fault.ts";

/**
 * Plays faults side by side, so many at a time; keeps their order. Those that leave a connection open come last, one
 * after the other: no other fault must find such a connection.
 */
export const runAll = async (
  faults: readonly Fault[],
  addresses: RigAddresses,
  createClient: CreateClient,
  atOnce: number,
): Promise<ObservedFault[]> => {
  const observed: ObservedFault[] = [];
  const entries = [...faults.entries()];
  const play = async (queue: Iterable<[number, Fault]>): Promise<void> => {
    for (const [index, fault] of queue) observed[index] = await runFault(fault, addresses, createClient);
  };
  const together = entries.filter(([, { before }]) => !before?.keepAlive).values();
  await Promise.all(Array.from({ length: atOnce }, () => play(together)));
  await play(entries.filter(([, { before }]) => before?.keepAlive));
  return observed;
};
