import { type Fault, isPlayedAlone, type ObservedFault } from "../fault.ts";
import type { RigAddresses } from "../rig/protocol.ts";
import { ask } from "./ask-rig.ts";
import { type CreateClient, runFault } from "./run-fault.ts";

/**
 * Plays faults in parallel and returns the results in the original order. Faults that would affect others are played
 * last, one by one.
 */
export async function runAll(
  faults: readonly Omit<Fault, "expected">[],
  addresses: RigAddresses,
  createClient: CreateClient,
  parallel: number,
): Promise<ObservedFault[]> {
  const observed: ObservedFault[] = [];
  const entries = [...faults.entries()];
  const play = async (queue: Iterable<[number, Omit<Fault, "expected">]>): Promise<void> => {
    for (const [index, fault] of queue) observed[index] = await runFault(fault, addresses, createClient);
  };
  const together = entries.filter(([, fault]) => !isPlayedAlone(fault)).values();
  await Promise.all(Array.from({ length: parallel }, () => play(together)));
  for (const entry of entries.filter(([, fault]) => isPlayedAlone(fault))) {
    await play([entry]);
    await ask(addresses.control, "kills", {});
  }
  return observed;
}
