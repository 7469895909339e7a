import { createClient } from "@testsigma-tms/client";
import { THEMES } from "../faults/themes.ts";
import type { RigAddresses } from "../rig/rig.ts";
import { runAll } from "../run/run-all.ts";
import type { ObservedFault } from "../run/run-fault.ts";

/**
 * Plays every fault in the runtime at hand and posts to the rig what was observed. Runs anywhere that has `fetch`.
 *
 * @param atOnce how many faults at a time: a browser opens six connections to one host
 */
export const playEveryFault = async (control: string, atOnce: number): Promise<void> => {
  const unhandled: string[] = [];
  // Node has no such event; there an unhandled rejection ends the process with an error.
  const { addEventListener } = globalThis as Partial<EventTarget>;
  addEventListener?.("unhandledrejection", (event: Event & { reason?: unknown }) =>
    unhandled.push(String(event.reason)),
  );
  const play = async (): Promise<ObservedFault[]> => {
    const addresses = (await (await fetch(`${control}/addresses`)).json()) as RigAddresses;
    const faults = THEMES.flatMap((theme) => theme.faults);
    return runAll(faults, addresses, createClient, atOnce);
  };
  const observed = await play().catch((error: Error) => {
    unhandled.push(String(error.stack));
    return [];
  });
  await fetch(`${control}/reports`, { method: "POST", body: JSON.stringify({ observed, unhandled }) });
};
