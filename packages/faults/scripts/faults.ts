import { readFile, writeFile } from "node:fs/promises";
import { createClient } from "@testsigma-tms/client";
import { readCommand } from "../src/command.ts";
import { nodeAtHand } from "../src/fault.ts";
import { THEMES } from "../src/faults/themes.ts";
import { replaceMarkedBlock } from "../src/matrix/marked-block.ts";
import { renderMatrix } from "../src/matrix/render-matrix.ts";
import { startRig } from "../src/rig/rig.ts";
import { findMismatch } from "../src/run/find-mismatch.ts";
import { runAll } from "../src/run/run-all.ts";

const HELP = `Usage: pnpm faults [--write | --check]

Plays every fault to the client on this Node and prints the matrix: fault, result, tries, outcome, executed.
Exits 1 when a result is not as expected.

  --write   puts the matrix into packages/client/README.md instead of printing it
  --check   exits 1 when the matrix in packages/client/README.md is out of date
  --help    this text`;

const README = new URL("../../client/README.md", import.meta.url);
const AT_ONCE = 24;

const { values, fail } = readCommand(HELP, { write: { type: "boolean" }, check: { type: "boolean" } });
if (values.write && values.check) fail("--write and --check exclude each other.");

const runtime = nodeAtHand(process.versions.node);
const faults = THEMES.flatMap((theme) => theme.faults);
await using rig = await startRig();
const observed = await runAll(faults, rig.addresses, createClient, AT_ONCE);
const mismatches = faults.flatMap((fault, index) => {
  const seen = observed[index];
  return (seen && findMismatch(fault, seen, runtime)) ?? [];
});
for (const mismatch of mismatches) console.error(`Not as expected: ${mismatch}`);
if (mismatches.length > 0) process.exitCode = 1;

const matrix = renderMatrix(THEMES, observed);
if (values.write || values.check) {
  const readme = await readFile(README, "utf8");
  const current = replaceMarkedBlock(readme, matrix);
  if (values.write) {
    await writeFile(README, current);
    console.log("packages/client/README.md is up to date.");
  } else if (current !== readme) {
    console.error("The matrix in packages/client/README.md is out of date. Run: pnpm faults --write");
    process.exitCode = 1;
  }
} else {
  console.log(matrix);
}
