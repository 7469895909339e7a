import { readCommand } from "../src/command.ts";
import { RUNTIMES, type Runtime } from "../src/fault.ts";
import { playInRuntime } from "../src/runtimes/play-in-runtime.ts";

const HELP = `Usage: pnpm test:runtimes [--only NAME]…

Plays every fault to the client in each runtime and compares with what is expected there. Installs the runtimes from npm
on first use (about 1.2 GB, into packages/faults/.runtimes, which git ignores). Exits 1 when anything is not as expected.

  --only NAME   this runtime; may be given several times
  --help        this text

Runtimes: ${RUNTIMES.join(", ")}`;

const { values, fail } = readCommand(HELP, { only: { type: "string", multiple: true } });
const { only } = values;
for (const name of only ?? []) if (!RUNTIMES.includes(name as Runtime)) fail(`There is no runtime ${name}.`);

let total = 0;
for (const runtime of RUNTIMES.filter((name) => !only || only.includes(name))) {
  const { observed, mismatches } = await playInRuntime(runtime, console.log).catch((error: Error) => ({
    observed: [],
    mismatches: [error.message],
  }));
  console.log(`${runtime}: ${observed.length} faults played, ${mismatches.length} not as expected`);
  for (const mismatch of mismatches) console.log(`  ${mismatch}`);
  total += mismatches.length;
}
process.exitCode = total > 0 ? 1 : 0;
