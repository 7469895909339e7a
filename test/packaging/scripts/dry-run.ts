/** `pnpm release:dry-run`: does everything that a release does, with a registry on this machine instead of npm's. */
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";

await createCommand(
  "release:dry-run",
  "Pack the packages, publish them by the steps of the release workflow with provenance up to the signature, and without it " +
    "to a registry on this machine; install client and mock from there with every package manager, and run the README's first " +
    "example. Nothing is signed. Installs yarn, Bun and Verdaccio on first use, into test/packaging/.tools, which Git ignores.",
)
  .action(async () => {
    const { dryRun } = await import("../src/release/dry-run.ts");
    await using folder = await mkdtempDisposable(join(tmpdir(), "release-"));
    const results = await dryRun(folder.path);
    for (const { manager, printed } of results) console.log(`${manager}: ${printed}`);
    const failed = results.filter(({ printed }) => printed !== "DEMO-R-1").length;
    console.log(failed === 0 ? "Every project ran the README's example." : `Projects that failed: ${failed}.`);
    process.exitCode = failed === 0 ? 0 : 1;
  })
  .parseAsync();
