import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Clock } from "../../src/apply/apply-context.ts";
import type { CommandIo } from "../../src/command/command-io.ts";
import { runCommand } from "../../src/command/run-command.ts";
import { MemoryService } from "./memory-service.ts";

export const apiKey = "eyJhbGciOiJIUzI1NiJ9.secret.key";

/** Creates a clock whose time passes only by sleeping. */
export function testClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      now += ms;
    },
  };
}

/** Creates an empty folder to report from. */
export function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "testsigma-command-"));
}

/** Creates a folder with a JUnit report: XML, or tests, each as `name`, `name: failed` or `name: skipped`. */
export async function folderWithReport(...tests: string[]): Promise<string> {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "junit.xml"), tests[0]?.startsWith("<") ? tests.join("") : junitXml(...tests));
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

/** The command's surroundings that a test replaces. */
export type Surroundings = Partial<
  Pick<CommandIo, "cwd" | "signal" | "isTerminal" | "ciName" | "clock" | "stdin" | "clientOptions">
> & {
  service?: MemoryService;
  /** @default an API key alone */
  environment?: Record<string, string>;
  /** @default that of the service */
  fetch?: typeof fetch;
};

/** Runs the command as a process would, with everything outside of it simulated. */
export async function runTestsigma(args: string[], given: Surroundings = {}) {
  const { service, environment = { TESTSIGMA_API_KEY: apiKey }, fetch = service?.fetch, ...io } = given;
  let out = "";
  let error = "";
  const exitCode = await runCommand(args, {
    environment: { PATH: process.env.PATH, TESTSIGMA_PROJECT: "DEMO", TESTSIGMA_TITLE: "Nightly #1", ...environment },
    ciName: undefined,
    cwd: await emptyFolder(),
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    hideKey: (text) => text,
    stdin: Readable.from([]),
    isTerminal: false,
    clock: testClock(),
    signal: new AbortController().signal,
    ...io,
    clientOptions: { ...(fetch && { fetch, maxRetries: 0, beforeAttempt: () => undefined }), ...io.clientOptions },
  });
  /** `text` is what people read, without the line breaks of the table. */
  return { exitCode, out, error, text: error.replace(/\s+/g, " "), lines: () => error.trim().split("\n") };
}

/** Reports tests, as `folderWithReport` takes them, with flags and whatever comes after them. */
export async function report(tests: string[], flags: string[] = [], given: Surroundings = {}) {
  const { service = new MemoryService(), cwd = await folderWithReport(...tests) } = given;
  const run = () => runTestsigma(["report", "junit.xml", ...flags], { ...given, service, cwd });
  return { service, cwd, ...(await run()), again: run };
}
