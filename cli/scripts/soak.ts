/**
 * `pnpm -C cli soak [kills]`: kills a report at random moments, 30 times by default. Each is finished by
 * the same command, which may be killed too. Then 20 shards race. Fails if a result is lost,
 * or if there is a second run.
 */
import { deepStrictEqual } from "node:assert";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@testsigma-tms/client";
import { type MockServer, startMock } from "@testsigma-tms/mock";
import { ended, startTestsigma } from "../test/support/process.ts";

const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const shards = 20;
const atOnce = 4;

/** Runs the command in a folder. Resolves to its exit code, or `null` if it was killed after `killAfterMs`. */
async function run(mock: MockServer, cwd: string, args: string[], killAfterMs?: number): Promise<number | null> {
  const child = startTestsigma(args, cwd, mock.url);
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const { exitCode } = await ended(child);
  clearTimeout(timer);
  return exitCode;
}

/** Fails if there is not exactly one run of the title, closed, in which each of these test cases has passed. */
async function check(mock: MockServer, cases: readonly string[]): Promise<void> {
  const client = createClient({ apiKey: "any", baseUrl: mock.url });
  const { data } = await client.listTestRuns({ project_id, page_size: 100 });
  const [run, ...others] = data.test_runs.filter(({ title }) => title?.startsWith("Nightly"));
  deepStrictEqual([run?.status, ...others], ["CLOSED"]);
  const page = await client.listTestRunCases({ project_id, test_run_id: run?.id ?? "", page_size: 100 });
  const results = page.data.test_run_cases?.map(({ status, test_case }) => [test_case?.human_id, status]) ?? [];
  deepStrictEqual(Object.fromEntries(results), Object.fromEntries(cases.map((id) => [id, "Passed"])));
}

async function folderWithReport(cases: readonly string[]) {
  const folder = await mkdtempDisposable(join(tmpdir(), "testsigma-soak-"));
  const tests = cases.map((id) => `<testcase name="${id}"/>`);
  await writeFile(join(folder.path, "junit.xml"), `<testsuite>${tests.join("")}</testsuite>`);
  return folder;
}

const cases = ["DEMO-1", "DEMO-2", "DEMO-3"];
const report = ["report", "junit.xml"];

/** Reports until the report is not killed. Returns how often it was killed. */
async function killedReport(wholeMs: number) {
  await using mock = await startMock({ state: { casesAfterReads: 2 } });
  await using folder = await folderWithReport(cases);
  let kills = 0;
  for (let exitCode: number | null = null; exitCode === null; ) {
    const isKilled = kills === 0 || Math.random() < 0.5;
    exitCode = await run(mock, folder.path, report, isKilled ? Math.random() * wholeMs : undefined);
    if (exitCode === null) kills++;
    else deepStrictEqual(exitCode, 0);
  }
  await check(mock, cases);
  return kills;
}

const start = performance.now();
await killedReport(0);
const wholeMs = performance.now() - start;
const maxKills = Number(process.argv[2] ?? 30);
let kills = 0;
const killer = async () => {
  while (kills < maxKills) kills += await killedReport(wholeMs);
};
await Promise.all(Array.from({ length: atOnce }, killer));
console.log(`${kills} kills: every result is there, each in one run.`);

// Together they are beyond the limit of requests.
await using mock = await startMock({ state: { casesAfterReads: 2, rateLimit: 10 } });
const ids = Array.from({ length: shards }, (_, index) => `DEMO-${1 + (index % 5)}`);
const codes = ids.map(async (id) => {
  await using folder = await folderWithReport([id]);
  return await run(mock, folder.path, [...report, "--cases", "all"]);
});
deepStrictEqual(await Promise.all(codes), Array(shards).fill(0));
await check(mock, ids);
console.log(`${shards} shards at once: every result is there, in one run.`);
