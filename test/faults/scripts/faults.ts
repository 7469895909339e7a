import { readFile, writeFile } from "node:fs/promises";
import { createCommand } from "@testsigma-tms/support/create-command";
import { Option } from "commander";

const file = new URL("../MATRIX.md", import.meta.url);

await createCommand(
  "faults",
  "Play every fault to the client on this Node and print the matrix: fault, result, attempts, outcome, executed.",
)
  .addOption(new Option("--write", "write test/faults/MATRIX.md instead").conflicts("check"))
  .option("--check", "fail when test/faults/MATRIX.md is out of date")
  .action(async ({ write, check }: { write?: true; check?: true }) => {
    // Imported late: it needs the built client, and help does not.
    const { playMatrix } = await import("../src/matrix/play-matrix.ts");
    const { matrix, count, mismatches } = await playMatrix();
    if (write) await writeFile(file, matrix);
    else if (!check) console.log(matrix);
    for (const mismatch of mismatches.values()) console.error(`Not as expected: ${mismatch}`);
    console.log(`${count} faults played, ${mismatches.size} not as expected.`);
    if (mismatches.size > 0) process.exitCode = 1;
    if (check && (await readFile(file, "utf8")) !== matrix) {
      console.error("test/faults/MATRIX.md is out of date. Run: pnpm faults --write");
      process.exitCode = 1;
    }
  })
  .parseAsync();
