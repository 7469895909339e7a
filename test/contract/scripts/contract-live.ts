/** `pnpm contract:live`: runs the contract tests against a live service and reports how it deviates from the spec. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { x } from "tinyexec";
import { announcement } from "../src/live/live-plan.ts";
import { readLiveSettings, readPermissions } from "../src/live/live-settings.ts";

const command = createCommand(
  "contract:live",
  "Run the contract tests against a live service and report every deviation from the spec. Does nothing that you do not " +
    "allow, and says first what it is going to do.",
).addHelpText(
  "after",
  `
Environment:
  TESTSIGMA_API_KEY         an API key
  TESTSIGMA_BASE_URL        where the API lives, such as https://arcus.testsigma.com/api/v1
  TESTSIGMA_PROJECT_ID      the project to work in: a UUID

  TESTSIGMA_ALLOW_READS     "yes": runs the tests that only read
  TESTSIGMA_ALLOW_CREATES   "yes": runs the tests that create, such as test runs
  TESTSIGMA_ALLOW_CHANGES   "yes", with the other two: runs the tests that change or delete
                            what they created, and deletes at the end what was created

Exit codes: 0 no deviation, 1 deviations or failed tests, 2 nothing was sent.`,
);

async function contractLive(): Promise<void> {
  const settings = readLiveSettings(process.env);
  const permissions = readPermissions(process.env);
  console.log(announcement(settings, permissions));
  if (permissions.size === 0) throw new Error("Nothing was sent, because nothing is allowed.");

  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const tests = x(process.execPath, [vitest, "run"], {
    nodeOptions: { cwd: dirname(import.meta.dirname), env: { CONTRACT_TARGET: "live" }, stdio: "inherit" },
  });
  process.once("SIGTERM", () => tests.kill());
  const { exitCode } = await tests;

  // Imported late: they need the built spec, and help does not.
  const { readExchanges } = await import("../src/exchanges/exchange-log.ts");
  const { liveReport } = await import("../src/live/live-report.ts");
  const { spec } = await import("../src/spec/spec.ts");
  const exchanges = await readExchanges("live");
  console.log(liveReport(spec.operations, exchanges, exitCode !== 0));
  process.exitCode = exitCode === 0 && exchanges.every(({ deviations }) => deviations.length === 0) ? 0 : 1;
}

await command
  .action(() => contractLive().catch(({ message }: Error) => command.error(`${message}\n`, { exitCode: 2 })))
  .parseAsync();
