import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createMockFetch } from "@testsigma-tms/mock";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../src/command/run-command.ts";
import { testClock } from "../apply-plan.ts";
import { emptyFolder, folderWithReport, junitXml } from "../command/run-testsigma.ts";
import { runsOf, serveMock } from "./mock-server.ts";
import { apiKey, ended, printed, startTestsigma, testsigma } from "./process.ts";

const tests = ["DEMO-1 works", "DEMO-2 works: failed", "DEMO-3 works: skipped"];
const results = { "DEMO-1": "Passed", "DEMO-2": "Failed", "DEMO-3": "Skipped" };

/** Runs the command in this process and without its pauses. */
async function runHere(args: string[], cwd: string, given: { fetch?: typeof fetch; baseUrl?: string }) {
  let out = "";
  let error = "";
  const exitCode = await runCommand(args, {
    environment: {
      TESTSIGMA_API_KEY: apiKey,
      TESTSIGMA_PROJECT: "DEMO",
      TESTSIGMA_TITLE: "Nightly #1",
      TESTSIGMA_BASE_URL: given.baseUrl,
    },
    ciName: undefined,
    cwd,
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    isTerminal: false,
    clock: testClock(),
    signal: new AbortController().signal,
    ...(given.fetch && { clientOptions: { fetch: given.fetch } }),
  });
  return { exitCode, out, error };
}

describe("in process, against the mock with memory", () => {
  it("creates, records, reads back and closes; a second time it changes nothing", async () => {
    const mock = createMockFetch({ state: true });
    const cwd = await folderWithReport(...tests);
    const run = (args: string[]) => runHere(args, cwd, { fetch: mock });
    const first = await run(["report", "junit.xml", "--fail-on", "never"]);
    expect(first.exitCode).toBe(0);
    const second = await run(["report", "junit.xml", "--fail-on", "never"]);
    expect(second).toMatchObject({ exitCode: 0, out: first.out });
    expect(second.error).toContain("(closed, it was there before)");
    const status = await run(["run", "status", "Nightly #1", "--json"]);
    expect(JSON.parse(status.out)).toMatchObject({ status: "CLOSED", counts: { Passed: 1, Failed: 1, Skipped: 1 } });
    expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });
});

describe("over HTTP, as a process of its own", () => {
  it("records a run once, also when it is called again", async () => {
    const server = await serveMock({ rateLimit: 10, casesAfterReads: 2 });
    const cwd = await folderWithReport(...tests);
    const first = await testsigma(["report", "junit.xml"], cwd, server);
    expect(first).toMatchObject({ exitCode: 1, error: expect.stringContaining('"Nightly #1" (closed)') });
    expect(first.error).not.toContain("rate limit");
    expect(await testsigma(["report", "junit.xml"], cwd, server)).toMatchObject({ exitCode: 1, out: first.out });
    expect(await runsOf(server, "Nightly #1")).toEqual([{ id: first.out.trim(), status: "CLOSED", results }]);
  });

  it.each(["before", "after"] as const)(
    "loses and doubles nothing when the connection is lost %s any one request is executed",
    async (when) => {
      const whole = await serveMock();
      let requests = 0;
      whole.before = () => requests++;
      await runHere(["report", "junit.xml"], await folderWithReport(...tests), whole);
      expect(requests).toBeGreaterThan(5);

      await Promise.all(
        Array.from({ length: requests }, async (_, lostAt) => {
          const server = await serveMock();
          server[when] = ({ index }) => (index === lostAt ? "lost" : undefined);
          const { exitCode, out } = await runHere(["report", "junit.xml"], await folderWithReport(...tests), server);
          expect({ lostAt, exitCode }).toEqual({ lostAt, exitCode: 1 });
          expect(await runsOf(server, "Nightly #1")).toEqual([{ id: out.trim(), status: "CLOSED", results }]);
        }),
      );
    },
  );

  it("killed at any request, is finished by the same command or by resume", async () => {
    const whole = await serveMock();
    let requests = 0;
    whole.before = () => requests++;
    await testsigma(["report", "junit.xml"], await folderWithReport(...tests), whole);
    expect(requests).toBeGreaterThan(5);

    await Promise.all(
      Array.from({ length: requests }, async (_, killAt) => {
        const server = await serveMock();
        const cwd = await folderWithReport(...tests);
        const child = startTestsigma(["report", "junit.xml"], cwd, server);
        server.after = ({ index }) => {
          if (index === killAt) child.kill("SIGKILL");
        };
        await ended(child);
        server.after = () => undefined;
        const [plan] = await readdir(join(cwd, ".testsigma-tms")).catch(() => []);
        const again = await testsigma(
          plan ? ["resume", join(".testsigma-tms", plan)] : ["report", "junit.xml"],
          cwd,
          server,
        );
        expect({ killAt, exitCode: again.exitCode }).toEqual({ killAt, exitCode: 1 });
        expect(await runsOf(server, "Nightly #1")).toEqual([{ id: again.out.trim(), status: "CLOSED", results }]);
      }),
    );
  });

  // Windows has no signals: a process that is killed cannot print anything.
  it.skipIf(process.platform === "win32").each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("says after %s how to continue", async (signal, exitCode) => {
    const server = await serveMock();
    const cwd = await folderWithReport(...tests);
    const child = startTestsigma(["report", "junit.xml"], cwd, server);
    server.before = async ({ method, path }) => {
      if (method !== "PUT" || !path.endsWith("/test_cases")) return;
      child.kill(signal);
      await printed(child, "stopping after the request in flight");
    };
    const stopped = await ended(child);
    expect(stopped.exitCode).toBe(exitCode);
    const plan = /continue with: npx @testsigma-tms\/cli resume (\S+)/.exec(stopped.error)?.[1] ?? "";
    server.before = () => undefined;
    expect((await testsigma(["resume", plan], cwd, server)).exitCode).toBe(1);
    expect(await runsOf(server, "Nightly #1")).toMatchObject([{ status: "CLOSED", results }]);
  });

  it("runs the test command and reports what it left", async () => {
    const server = await serveMock();
    const cwd = await emptyFolder();
    await writeFile(
      join(cwd, "run.cjs"),
      `require("fs").writeFileSync("junit.xml", ${JSON.stringify(junitXml(...tests))}); console.log("tests ran"); process.exit(3)`,
    );
    const { exitCode, out, error } = await testsigma(
      ["report", "junit.xml", "--", process.execPath, "run.cjs"],
      cwd,
      server,
    );
    expect(exitCode).toBe(3);
    expect(error).toContain("tests ran\n");
    const [run] = await runsOf(server, "Nightly #1");
    expect(run).toEqual({ id: out.trim(), status: "CLOSED", results });
  });

  it("takes no more than 150 MB of memory for a report of 100 MB", async () => {
    const server = await serveMock();
    const cwd = await emptyFolder();
    const output = createWriteStream(join(cwd, "junit.xml"));
    output.write("<testsuite>");
    for (let number = 0; number < 50_000; number++) {
      const noise = "lorem ipsum ".repeat(170);
      const test = `<testcase name="DEMO-${1 + (number % 5)} #${number}"><system-out>${noise}</system-out></testcase>`;
      if (!output.write(test)) await once(output, "drain");
    }
    await new Promise<void>((resolve) => output.end("</testsuite>", resolve));
    const printMemory = "process.on('exit', () => process.stderr.write('KB ' + process.resourceUsage().maxRSS))";
    const child = startTestsigma(["report", "junit.xml"], cwd, server, [
      "--import",
      `data:text/javascript,${printMemory}`,
    ]);
    const { exitCode, error } = await ended(child);
    expect({ exitCode, megabytes: (await stat(join(cwd, "junit.xml"))).size >> 20 }).toEqual({
      exitCode: 0,
      megabytes: 100,
    });
    expect(Number(/KB (\d+)/.exec(error)?.[1]) / 1024).toBeLessThan(150);
  });

  it("says when nothing listens there", async () => {
    const { exitCode, out, error } = await testsigma(["doctor"], await emptyFolder(), {
      baseUrl: "http://127.0.0.1:9/api/v1",
    });
    expect({ exitCode, out }).toEqual({ exitCode: 5, out: "" });
    expect(error).toContain("FAIL service: ");
    expect(error).not.toContain(apiKey);
  });

  it.each(["bash", "zsh", "fish", "powershell"])("prints a completion script for %s", async (shell) => {
    const { exitCode, out } = await testsigma(["completion", shell], await emptyFolder(), { baseUrl: "" });
    expect(exitCode).toBe(0);
    expect(out).toContain(`${shell} completion for testsigma`.replace("zsh completion for", "#compdef"));
  });

  it("completes verbs, flags and choices", async () => {
    const complete = async (...words: string[]) =>
      (await testsigma(["complete", "--", ...words], await emptyFolder(), { baseUrl: "" })).out.split(/[\t\n]/);
    expect(await complete("re")).toEqual(expect.arrayContaining(["report", "resume"]));
    expect(await complete("report", "--fail")).toContain("--fail-on");
    expect(await complete("report", "--fail-on", "")).toEqual(expect.arrayContaining(["failed", "never"]));
    expect(await complete("api", "listTestR")).toContain("listTestRuns");
  });
});
