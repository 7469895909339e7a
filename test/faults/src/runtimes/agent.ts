import { createClient } from "@testsigma-tms/client";
import type { Runtime } from "../fault.ts";
import { faultsIn } from "../faults/themes.ts";
import { playModel } from "../model/play-model.ts";
import type { RigAddresses, RigReport } from "../rig/protocol.ts";
import { runAll } from "../run/run-all.ts";

/** The runtime, set by the bundler. */
declare const runtime: Runtime;
declare const location: { hash: string };

const parallelFaults = 24;
/** The number of parallel faults in a page: a browser opens at most six connections to one host. */
const parallelFaultsInPage = 4;

const modelOptions = { seed: 20261123, sequences: 15, withinMs: 30_000 };
// The rig serves the page itself, so that no rule about other origins applies.
if (runtime === "chromium") void playEveryFault(location.hash.slice(1), parallelFaultsInPage);
// In Node, Bun and Deno, the address of the rig's control endpoint is the argument. The process must end by itself.
else if (runtime !== "workerd") void playEveryFault(process.argv[2] ?? "", parallelFaults);

// workerd runs code only while it handles a request, whose query has the address of the rig's control endpoint.
const worker = {
  async fetch(request: Request): Promise<Response> {
    await playEveryFault(new URL(request.url).searchParams.get("control") ?? "", parallelFaults);
    return new Response("reported");
  },
};

// Exported for workerd only: Bun would serve such an object, and never end.
export default runtime === "workerd" ? worker : undefined;

/** Plays every fault in this runtime and posts the results to the rig. Runs in any runtime that has `fetch`. */
async function playEveryFault(control: string, parallel: number): Promise<void> {
  const unhandled: string[] = [];
  // Node has no such event; there an unhandled rejection ends the process with an error.
  const { addEventListener } = globalThis as Partial<EventTarget>;
  addEventListener?.("unhandledrejection", (event: Event & { reason?: unknown }) =>
    unhandled.push(String(event.reason)),
  );
  const play = async (): Promise<Pick<RigReport, "observed" | "modelProblems">> => {
    const addresses = (await (await fetch(`${control}/addresses`)).json()) as RigAddresses;
    const observed = await runAll(faultsIn(runtime), addresses, createClient, parallel);
    // A browser sends some requests twice that must not be repeated, as the faults show; sequences would only report
    // that again.
    if (runtime === "chromium") return { observed, modelProblems: [] };
    const { problems } = await playModel(addresses, createClient, modelOptions);
    return { observed, modelProblems: problems };
  };
  const played = await play().catch((error: Error) => {
    unhandled.push(String(error.stack));
    return { observed: [], modelProblems: [] };
  });
  await fetch(`${control}/reports`, { method: "POST", body: JSON.stringify({ ...played, unhandled }) });
}
