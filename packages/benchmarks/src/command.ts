/** The commands `pnpm bench:client` and `pnpm bench:mock`. The comparisons are imported late: help needs no build. */
import { Command } from "commander";

const program = new Command("pnpm").showHelpAfterError().exitOverride(({ exitCode }) => process.exit(exitCode && 2));

program
  .command("bench:client")
  .description("Compare the time of a call with plain openapi-fetch, over a stubbed fetch. Ratios hold on any machine.")
  .action(async () => {
    const { compareClients } = await import("./compare-clients.ts");
    await compareClients();
  });

program
  .command("bench:mock")
  .description("Compare testsigma-mock with Prism's own command: time to the first response, requests a second.")
  .action(async () => {
    const { compareMocks } = await import("./compare-mocks.ts");
    await compareMocks();
  });

await program.parseAsync();
