import type { Fault, Runtime, Theme } from "../fault.ts";
import { bodySentAgain } from "./body-sent-again.ts";
import { connectionsLost } from "./connections/lost.ts";
import { connectionsNeverMade } from "./connections/never-made.ts";
import { connectionsReused } from "./connections/reused.ts";
import { aborts, time } from "./connections/time.ts";

const themes: readonly Theme[] = [
  connectionsNeverMade,
  connectionsLost,
  time,
  aborts,
  bodySentAgain,
  connectionsReused,
];

/** Returns the faults of a runtime, each with its theme in front of its name. */
export function faultsIn(runtime: Runtime): Fault[] {
  const all = themes.flatMap(({ title, faults }) =>
    faults.map((fault) => ({ ...fault, name: `${title}, ${fault.name}` })),
  );
  return all.filter(({ onlyIn = runtime }) => onlyIn === runtime);
}
