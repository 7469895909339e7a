/** What maintainers do now and then: `pnpm changeset`, `pnpm licences:list` and `pnpm knip`. */
import { createCommand } from "@testsigma-tms/support/create-command";
import { x } from "tinyexec";
import { listLicences } from "../src/list-licences.ts";
import { repository } from "../src/published-packages.ts";

const program = createCommand();

program
  .command("changeset")
  .description("Ask what changes for users, and write it to .changeset/.")
  .action(() => runAtRoot("exec", "changeset"));

program
  .command("knip")
  .description("Find unused files, exports and dependencies. Fetches knip from npm.")
  .action(() => runAtRoot("dlx", "knip@6.44.2"));

program
  .command("licences:list")
  .description("Print the licences of the runtime dependencies of the published packages.")
  .action(async () => {
    for (const [licence, packages] of Object.entries(await listLicences())) {
      const named = packages.map(({ name, versions }) => `  ${name} ${versions.join(", ")}`);
      console.log(`${licence}\n${named.sort().join("\n")}`);
    }
  });

await program.parseAsync();

async function runAtRoot(...args: string[]): Promise<void> {
  const { exitCode } = await x("pnpm", args, { nodeOptions: { cwd: repository, stdio: "inherit" } });
  process.exitCode = exitCode ?? 1;
}
