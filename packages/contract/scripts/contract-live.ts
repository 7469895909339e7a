/** `pnpm contract:live`: runs the contract tests against a live service and reports how it deviates from the spec. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readExchanges } from "../src/exchanges/exchange-log.ts";
import { announcement } from "../src/live/live-plan.ts";
import { liveReport } from "../src/live/live-report.ts";
import { readLiveSettings, readPermissions } from "../src/live/live-settings.ts";
import { spec } from "../src/spec/spec.ts";

const help = `Usage: pnpm contract:live

Runs the contract tests against a live service and reports every deviation from the
spec. Does nothing that you do not allow, and says first what it is going to do.

  TESTSIGMA_API_KEY         an API key
  TESTSIGMA_BASE_URL        where the API lives, such as https://arcus.testsigma.com/api/v1
  TESTSIGMA_PROJECT_ID      the project to work in: a UUID

  TESTSIGMA_ALLOW_READS     "yes": runs the tests that only read
  TESTSIGMA_ALLOW_CREATES   "yes": runs the tests that create, such as test runs
  TESTSIGMA_ALLOW_CHANGES   "yes": runs the tests that change or delete what they created
                            themselves, and deletes at the end what was created

  -h, --help                show this text

Exit codes: 0 no deviation, 1 deviations or failed tests, 2 nothing was sent.`;

async function contractLive(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const settings = readLiveSettings(process.env);
  const permissions = readPermissions(process.env);
  console.log(announcement(settings, permissions));
  if (permissions.size === 0) throw new Error("Nothing was sent, because nothing is allowed.");

  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const env = { ...process.env, CONTRACT_TARGET: "live" };
  const tests = spawn(process.execPath, [vitest, "run"], { cwd: dirname(import.meta.dirname), env, stdio: "inherit" });
  process.once("SIGTERM", () => tests.kill());
  const [code] = await once(tests, "exit");

  const exchanges = await readExchanges("live");
  console.log(liveReport(spec.operations, exchanges, code !== 0));
  return code === 0 && exchanges.every(({ deviations }) => deviations.length === 0) ? 0 : 1;
}

try {
  process.exitCode = await contractLive();
} catch (error) {
  console.error(`${(error as Error).message}\n\nThe only option is --help: it says what is needed.`);
  process.exitCode = 2;
}
