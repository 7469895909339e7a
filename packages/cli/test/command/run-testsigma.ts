import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../src/command/run-command.ts";
import type { Clock } from "../../src/service/clock.ts";
import { testClock } from "../apply-plan.ts";
import type { MemoryService } from "../memory-service.ts";

export const apiKey = "eyJhbGciOiJIUzI1NiJ9.secret.key";

/** Creates an empty folder to report from. */
export function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "testsigma-command-"));
}

/** Creates a folder with a JUnit report of tests, each as `name` or `name: failed`. */
export async function folderWithReport(...tests: string[]): Promise<string> {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "junit.xml"), junitXml(...tests));
  return cwd;
}

/** Returns a JUnit report of tests, each as `name`, `name: failed` or `name: skipped`. */
export function junitXml(...tests: string[]): string {
  const cases = tests.map((test) => {
    const [name, status] = test.split(": ");
    const child = status === "failed" ? '<failure message="expected 1"/>' : status === "skipped" ? "<skipped/>" : "";
    return `<testcase classname="login" name="${name}">${child}</testcase>`;
  });
  return `<testsuite name="s">${cases.join("")}</testsuite>`;
}

/** Runs the command as a process would, with everything outside of it simulated. */
export async function runTestsigma(
  args: string[],
  given: {
    service?: MemoryService;
    cwd?: string;
    environment?: Record<string, string>;
    signal?: AbortSignal;
    isTerminal?: boolean;
    ciName?: string;
    clock?: Clock;
    fetch?: typeof fetch;
  },
): Promise<{ exitCode: number; out: string; error: string }> {
  const { service, cwd = await emptyFolder(), environment = { TESTSIGMA_API_KEY: apiKey }, signal } = given;
  let out = "";
  let error = "";
  const exitCode = await runCommand(args, {
    environment: { PATH: process.env.PATH, TESTSIGMA_PROJECT: "DEMO", TESTSIGMA_TITLE: "Nightly #1", ...environment },
    ciName: given.ciName,
    cwd,
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    isTerminal: given.isTerminal ?? false,
    clock: given.clock ?? testClock(),
    signal: signal ?? new AbortController().signal,
    ...(service && { clientOptions: { fetch: given.fetch ?? service.fetch, maxRetries: 0 } }),
  });
  return { exitCode, out, error };
}
