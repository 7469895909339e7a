/** `pnpm test`: runs the tests of every package through Turborepo and ends with their totals. */
import { deleteOldReports } from "./src/delete-old-reports.ts";
import { repository } from "./src/repository.ts";
import { runTurbo } from "./src/run-turbo.ts";

const help = `Usage: pnpm test [options of "turbo run"]

Runs the tests of every package and ends with the totals. Packages that did not change are answered from the cache.

  pnpm test --filter=@testsigma-tms/client   only the tests of one package
  pnpm test --force                          without the cache
`;

const args = process.argv.slice(2);
if (args.includes("--help") || args.includes("-h")) {
  console.log(help);
} else {
  await deleteOldReports(repository);
  const independently = ["--continue=dependencies-successful", "--summarize", "--output-logs=new-only"];
  const exitCode = await runTurbo(["test", ...independently, ...args]);
  await import("./test-totals.ts");
  process.exitCode ||= exitCode;
}
