import { createClient } from "@testsigma-tms/client";
import { readCommand } from "../src/command.ts";
import { soakProblems } from "../src/soak/count-soak.ts";
import { soak } from "../src/soak/soak.ts";

const HELP = `Usage: pnpm soak [--seed N] [--creates N] [--at-once N]

Creates runs side by side through random faults and compares what the callers were told with what the rig executed.
Exits 1 when a run was created twice, was lost, hung or leaked the key.

  --seed N      which faults; the same seed plays the same ones (default: 1)
  --creates N   how many runs (default: 3000)
  --at-once N   how many at a time (default: 64)
  --help        this text`;

const text = { type: "string" } as const;
const { values, fail } = readCommand(HELP, { seed: text, creates: text, "at-once": text });

const wholeNumber = (name: string, given: string | undefined, otherwise: number): number => {
  if (given === undefined) return otherwise;
  return /^\d{1,9}$/.test(given) ? Number(given) : fail(`--${name} takes a whole number, not ${given}.`);
};

const seed = wholeNumber("seed", values.seed, 1);
const creates = wholeNumber("creates", values.creates, 3000);
const atOnce = wholeNumber("at-once", values["at-once"], 64);

console.log(`Seed ${seed}: ${creates} creates, ${atOnce} at a time …`);
const result = await soak({ seed, creates, atOnce, createClient });
console.table(result);
const problems = soakProblems(result);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
