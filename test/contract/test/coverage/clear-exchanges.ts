import { clearExchanges } from "../../src/exchanges/exchange-log.ts";
import { mockTargets } from "../../src/targets/mock-targets.ts";

/** Forgets what an earlier run exchanged with the targets of this one. */
export async function setup(): Promise<void> {
  const targets = process.env.CONTRACT_TARGET === "live" ? ["live"] : mockTargets;
  await Promise.all(targets.map(clearExchanges));
}
