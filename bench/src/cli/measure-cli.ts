import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Report } from "../measure/report.ts";
import { runReport } from "./run-report.ts";
import { startSlowMock } from "./slow-mock.ts";
import { writeJunit } from "./write-junit.ts";

const command = fileURLToPath(import.meta.resolve("@testsigma-tms/cli/package.json")).replace(
  "package.json",
  "dist/testsigma-tms.js",
);

interface Job {
  readonly name: string;
  readonly cases: number;
  readonly latencyMs: number;
  readonly pages?: "url" | "cursor";
  readonly attachments?: number;
  readonly megabytes?: number;
}

const jobs: readonly Job[] = [
  { name: "5 results, 100 ms a request", cases: 5, latencyMs: 100 },
  { name: "5,000 results, 200 ms a request", cases: 5_000, latencyMs: 200 },
  { name: "300 results, lists with a bare cursor", cases: 300, latencyMs: 0, pages: "cursor" },
  { name: "20,000 attachments of one test case", cases: 1, latencyMs: 0, attachments: 20_000 },
  { name: "50,000 tests of 5 test cases, 10 MB", cases: 5, latencyMs: 0, megabytes: 10 },
  { name: "50,000 tests of 5 test cases, 100 MB", cases: 5, latencyMs: 0, megabytes: 100 },
  { name: "50,000 tests of 5,000 test cases, 100 MB", cases: 5_000, latencyMs: 0, megabytes: 100 },
];

/** Measures whole reports of the built command against the mock with memory, with various latencies. */
export async function measureCli({ rounds, write }: { rounds: number; write: boolean }): Promise<void> {
  const report = new Report(
    "Reports",
    "`pnpm bench cli`: whole reports of the command, as a process, against the mock with memory. The time is the fastest of " +
      `${rounds}; the requests are those that the mock saw.`,
  );
  const rows: (string | number)[][] = [["Report", "time: s", "requests", "memory: MB"]];
  for (const job of jobs) {
    console.error(`${job.name} …`);
    rows.push(await measureJob(job, job.cases > 1_000 ? 1 : rounds));
  }
  report.table("What a report costs", rows);
  report.machine({});
  await report.print(write ? "CLI.md" : undefined);
}

async function measureJob({ name, ...job }: Job, rounds: number): Promise<(string | number)[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "bench-cli-"));
  const attachment = job.attachments ? await writeAttachments(folder.path, job.attachments) : [];
  await writeJunit(join(folder.path, "junit.xml"), { ...job, attachments: attachment });
  await using mock = await startSlowMock(job);
  let best = { seconds: Number.POSITIVE_INFINITY, megabytes: 0 };
  for (let round = 0; round < rounds; round++) {
    mock.requests.length = 0;
    const args = ["report", "junit.xml", "--title", `${name} ${round}`, "--fail-on", "never"];
    const run = await runReport(command, args, { cwd: folder.path, baseUrl: mock.baseUrl });
    if (run.seconds < best.seconds) best = run;
  }
  return [name, best.seconds.toFixed(2), mock.requests.length, best.megabytes];
}

async function writeAttachments(folder: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, number) => `${number}.txt`);
  for (const name of names) await writeFile(join(folder, name), name);
  return names;
}
