import { createCommand } from "@testsigma-tms/scripts/create-command";
import { Option } from "commander";
import { type Runtime, runtimes } from "../src/fault.ts";

await createCommand(
  "-C test/faults test:runtimes",
  "Simulate every fault in each runtime, and compare the client's results with the expected ones. Installs the runtimes from " +
    "npm on first use (about 1.2 GB, into test/faults/.runtimes, which Git ignores).",
)
  .addOption(new Option("--only <runtimes...>", "only these runtimes").choices(runtimes))
  .action(async ({ only = runtimes }: { only?: readonly Runtime[] }) => {
    // Imported late: it needs the built client, and help does not.
    const { playInRuntime } = await import("../src/runtimes/play-in-runtime.ts");
    let failures = 0;
    for (const runtime of only) {
      const { observed, mismatches } = await playInRuntime(runtime, console.log).catch((error: Error) => ({
        observed: [],
        mismatches: [error.message],
      }));
      console.log(`${runtime}: ${observed.length} faults simulated, ${mismatches.length} not as expected`);
      for (const mismatch of mismatches) console.log(`  ${mismatch}`);
      failures += mismatches.length;
    }
    console.log(failures > 0 ? `Not as expected: ${failures}.` : "Every result is as expected.");
    process.exitCode = failures > 0 ? 1 : 0;
  })
  .parseAsync();
