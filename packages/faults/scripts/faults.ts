import { readFile, writeFile } from "node:fs/promises";
import { readCommand } from "../src/command.ts";
import { replaceMarkedBlock } from "../src/matrix/marked-block.ts";
import { playMatrix } from "../src/matrix/play-matrix.ts";

const HELP = `Usage: pnpm faults [--write | --check]

Plays every fault to the client on this Node and prints the matrix: fault, result, tries, outcome, executed.
Exits 1 when a result is not as expected.

  --write   puts the matrix into packages/client/README.md instead of printing it
  --check   exits 1 when the matrix in packages/client/README.md is out of date
  --help    this text`;

const README = new URL("../../client/README.md", import.meta.url);

const { values, fail } = readCommand(HELP, { write: { type: "boolean" }, check: { type: "boolean" } });
if (values.write && values.check) fail("--write and --check exclude each other.");

const { matrix, mismatches } = await playMatrix();
for (const mismatch of mismatches) console.error(`Not as expected: ${mismatch}`);
if (mismatches.length > 0) process.exitCode = 1;

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
