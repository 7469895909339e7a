import { clearExchanges } from "../../src/exchanges/exchange-log.ts";
import { mockTargets } from "../../src/targets/mock-targets.ts";

/** Deletes the logs of an earlier run's exchanges with the targets of this run. */
export async function setup(): Promise<void> {
  const targets = process.env.CONTRACT_TARGET === "live" ? ["live"] : mockTargets;
  await Promise.all(targets.map(clearExchanges));
}
