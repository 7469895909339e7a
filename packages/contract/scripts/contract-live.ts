/** `pnpm contract:live`: runs the contract tests against a live service and reports how it deviates from the description. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readAllExchanges } from "../src/exchange-log.ts";
import { announcement } from "../src/live-plan.ts";
import { liveReport } from "../src/live-report.ts";
import { isConfirmed, readLiveSettings } from "../src/live-settings.ts";
import { readOperations } from "../src/operations.ts";

const help = `Usage: pnpm contract:live

Runs the contract tests against a live service, which creates test runs there, and
reports every deviation from the API description. Says first what it will create.

  TESTSIGMA_API_KEY          an API key
  TESTSIGMA_BASE_URL         where the API lives, such as https://arcus.testsigma.com/api/v1
  TESTSIGMA_PROJECT_ID       the project to create the test runs in: a UUID
  TESTSIGMA_CONFIRM_CREATE   "yes": without it nothing is sent

  -h, --help                 show this text

Exit codes: 0 no deviation, 1 deviations or failed tests, 2 nothing was sent.`;

async function contractLive(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const settings = readLiveSettings(process.env);
  console.log(announcement(settings));
  if (!isConfirmed(process.env)) {
    throw new Error("Nothing was sent. Set TESTSIGMA_CONFIRM_CREATE=yes to go on.");
  }

  const operations = await readOperations();
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const env = { ...process.env, CONTRACT_TARGET: "live" };
  const tests = spawn(process.execPath, [vitest, "run"], { cwd: dirname(import.meta.dirname), env, stdio: "inherit" });
  process.once("SIGTERM", () => tests.kill());
  const [code] = await once(tests, "exit");

  const exchanges = await readAllExchanges("live");
  console.log(liveReport(operations, exchanges, code !== 0));
  return code === 0 && exchanges.every(({ deviations }) => deviations.length === 0) ? 0 : 1;
}

try {
  process.exitCode = await contractLive();
} catch (error) {
  console.error(`${(error as Error).message}\n\nThe only option is --help: it says what is needed.`);
  process.exitCode = 2;
}
