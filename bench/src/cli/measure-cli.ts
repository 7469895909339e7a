import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Report } from "../report.ts";
import { startSlowMock } from "./slow-mock.ts";

const command = fileURLToPath(new URL("dist/testsigma-tms.js", import.meta.resolve("@testsigma-tms/cli/package.json")));

interface Job {
  readonly cases: number;
  /** @default the number of test cases */
  readonly tests?: number;
  readonly latencyMs?: number;
  readonly pages?: "url" | "cursor";
  /** Number of files that the first test names. */
  readonly attachments?: number;
  readonly megabytes?: number;
  readonly flags?: readonly string[];
}

const jobs: Readonly<Record<string, Job>> = {
  "5 results, 100 ms per request": { cases: 5, latencyMs: 100 },
  "5,000 results, 200 ms per request": { cases: 5_000, latencyMs: 200 },
  "300 results, lists with a bare cursor": { cases: 300, pages: "cursor" },
  "2,000 attachments of one test case": { cases: 1, attachments: 2_000 },
  "20,000 attachments of one test case": { cases: 1, attachments: 20_000 },
  "50,000 tests of 5 test cases, 10 MB": { cases: 5, tests: 50_000, megabytes: 10 },
  "50,000 tests of 5 test cases, 100 MB": { cases: 5, tests: 50_000, megabytes: 100 },
  "50,000 tests of as many test cases, 100 MB, dry run": { cases: 50_000, megabytes: 100, flags: ["--dry-run"] },
};

/** Measures whole reports of the built command against the mock with memory, with various latencies. */
export async function measureCli({ rounds, write }: { rounds: number; write: boolean }): Promise<void> {
  const report = new Report(
    "Reports",
    `\`pnpm bench cli\`: whole reports of the command, as a process, against the mock with memory. The time is that of the fastest of ${rounds} runs, including the start of Node.`,
  );
  const rows: (string | number)[][] = [["Report", "time: s", "requests", "memory: MB"]];
  for (const [name, job] of Object.entries(jobs)) {
    console.error(`${name} …`);
    rows.push([name, ...(await measureJob(job, job.cases > 1_000 ? 1 : rounds))]);
  }
  report.table("What a report costs", rows);
  report.machine({});
  await report.print(write ? "CLI.md" : undefined);
}

async function measureJob(job: Job, rounds: number): Promise<(string | number)[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-cli-"));
  const files = Array.from({ length: job.attachments ?? 0 }, (_, number) => `${number}.txt`);
  for (const file of files) await writeFile(join(folder.path, file), file);
  await writeJunit(join(folder.path, "junit.xml"), job, files);
  await using mock = await startSlowMock({ latencyMs: 0, ...job });
  let best = { seconds: Number.POSITIVE_INFINITY, megabytes: 0 };
  for (let round = 0; round < rounds; round++) {
    mock.requests = 0;
    const args = ["report", "junit.xml", "--title", `round ${round}`, "--fail-on", "never", ...(job.flags ?? [])];
    const run = await runReport(args, folder.path, mock.baseUrl);
    if (run.seconds < best.seconds) best = run;
  }
  return [best.seconds.toFixed(2), mock.requests, best.megabytes];
}

/** Writes a report whose tests share the size in output. */
async function writeJunit(file: string, { cases, tests = cases, megabytes = 0 }: Job, attachments: string[]) {
  const noise = "lorem ipsum ".repeat(Math.floor((megabytes * 1024 * 1024) / tests / 12));
  const output = createWriteStream(file);
  output.write("<testsuites><testsuite name='bench'>\n");
  for (let number = 0; number < tests; number++) {
    const marks = number === 0 ? attachments.map((path) => `[[ATTACHMENT|${path}]]\n`).join("") : "";
    const child = `${marks && "<failure/>"}<system-out>${noise}${marks}</system-out>`;
    const name = `DEMO-${1 + (number % cases)} #${number}`;
    if (!output.write(`<testcase classname="bench" name="${name}">${child}</testcase>\n`)) await once(output, "drain");
  }
  await new Promise<void>((resolve) => output.end("</testsuite></testsuites>\n", () => resolve()));
}

const printMemory = "process.on('exit', () => process.stderr.write('KB ' + process.resourceUsage().maxRSS))";

async function runReport(args: readonly string[], cwd: string, baseUrl: string) {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", `data:text/javascript,${printMemory}`, command, ...args], {
    cwd,
    env: { PATH: process.env.PATH, TESTSIGMA_API_KEY: "any", TESTSIGMA_PROJECT: "DEMO", TESTSIGMA_BASE_URL: baseUrl },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [error] = await Promise.all([text(child.stderr), once(child, "exit")]);
  const seconds = (performance.now() - start) / 1000;
  if (child.exitCode !== 0) throw new Error(`exit code ${child.exitCode}:\n${error}`);
  return { seconds, megabytes: Math.round(Number(/KB (\d+)/.exec(error)?.[1]) / 1024) };
}
