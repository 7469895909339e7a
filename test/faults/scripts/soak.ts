import { createCommand } from "@testsigma-tms/support/create-command";
import { InvalidArgumentError } from "commander";

const sequencesWithinMs = 120_000;

await createCommand(
  "soak",
  "Create runs in parallel through random faults, and compare what callers saw with what the rig executed. " +
    "Fails when a run was created twice, was lost, hung or leaked the key. Then play random sequences of every kind of call.",
)
  .option("--seed <number>", "which faults; the same seed plays the same ones", wholeNumber, 1)
  .option("--creates <number>", "how many runs", wholeNumber, 3000)
  .option("--parallel <number>", "how many at the same time", wholeNumber, 64)
  .option("--sequences <number>", "how many random sequences of calls, each to one client", wholeNumber, 60)
  .action(async (options: { seed: number; creates: number; parallel: number; sequences: number }) => {
    // Imported late: they need the built client, and help does not.
    const { soak } = await import("../src/soak/soak.ts");
    const { playModel } = await import("../src/model/play-model.ts");
    const { startRig } = await import("../src/rig/rig.ts");
    const { createPlayedClient } = await import("../src/run/create-played-client.ts");
    console.log(`Seed ${options.seed}: ${options.creates} creates, ${options.parallel} in parallel …`);
    const soaked = await soak(options);
    console.table(soaked.results);
    console.log(`${options.sequences} sequences of calls of every kind, other traffic and lost connections …`);
    await using rig = await startRig();
    const model = await playModel(rig.addresses, createPlayedClient, {
      ...options,
      withinMs: sequencesWithinMs,
      withNamedHosts: true,
    });
    console.log(`${model.calls} calls played.`);
    const problems = [...soaked.problems, ...model.problems];
    for (const problem of problems) console.error(problem);
    console.log(
      problems.length > 0
        ? `${problems.length} rules broken.`
        : "Every run is accounted for, and every outcome is true.",
    );
    process.exitCode = problems.length > 0 ? 1 : 0;
  })
  .parseAsync();

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Allowed: a whole number of at most nine digits.");
}
