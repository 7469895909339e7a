// Reports a test to the mock and creates a run, in any place. HOST is the address that the mock listens on.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { createClient } from "@testsigma-tms/client";
import { startMock } from "@testsigma-tms/mock";

const report = `junit-${process.getuid()}.xml`;
await writeFile(report, '<testsuite><testcase name="DEMO-1 accepts a password"/></testsuite>');
const mock = await startMock({ state: true, host: process.env.HOST ?? "127.0.0.1" });
const { data } = await createClient({ apiKey: "any-key", baseUrl: mock.url }).createTestRun({
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  title: "Gece — Prüfung",
  status: "ACTIVE",
  selection_type: "DYNAMIC",
  static_selection_filters: [],
});
const env = { ...process.env, TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: mock.url };
const command = "node_modules/@testsigma-tms/cli/dist/testsigma-tms.js";
const args = [command, "report", report, "--project", "DEMO", "--title", "Nightly"];
const { stdout } = await promisify(execFile)(process.execPath, args, { env });
await mock.close();
console.log(`${data.test_run.human_id} ${stdout.trim()}`);
