import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { MemoryService, withManyCases } from "../support/memory-service.ts";
import { ended, printed, startTestsigma, testsigma } from "../support/process.ts";
import { emptyFolder, folderWithReport, runTestsigma } from "../support/run-testsigma.ts";

const tests = ["DEMO-1 works", "DEMO-2 works: failed", "DEMO-3 works: skipped"];
const closed = { status: "CLOSED", results: { "DEMO-1": "Passed", "DEMO-2": "Failed", "DEMO-3": "Skipped" } };
const report = ["report", "junit.xml"];

/** Returns the number of requests of a whole report. */
async function requestsOf(): Promise<number> {
  const service = new MemoryService();
  await runTestsigma(report, { service, cwd: await folderWithReport(...tests) });
  return service.requests.length;
}

function* manyTests() {
  yield "<testsuites>";
  const failure = `<failure>${"lorem ipsum ".repeat(440)}</failure>`;
  for (let number = 1; number <= 12_000; number++) {
    yield `<testsuite><testcase name="DEMO-${number}">${failure}</testcase></testsuite>`;
  }
  yield "</testsuites>";
}

function* longTexts() {
  const long = "x".repeat(5 << 20);
  yield `<testsuite><!--${long}--><testcase name="DEMO-1 ${long}"><properties>`;
  yield `<property name="p" value="${long}"/></properties><system-out>${long}</system-out></testcase></testsuite>`;
}

describe("over HTTP, as a process", () => {
  it("records a run once, even if it is called again, now through a proxy, as the README says", async () => {
    const service = new MemoryService({ rateLimit: 10, casesAfterReads: 2 });
    const baseUrl = await service.serve();
    const cwd = await folderWithReport(...tests);
    const first = await testsigma(report, cwd, baseUrl);
    expect(first).toMatchObject({ exitCode: 1, error: expect.stringContaining('"Nightly #1" (closed)') });
    expect(first.error).not.toContain("rate limit");
    const proxied: unknown[] = [];
    const proxy = createServer().on("connect", ({ url = "" }, socket) => {
      proxied.push(url);
      const { hostname, port } = new URL(`http://${url}`);
      const upstream = connect(Number(port), hostname, () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
      upstream.pipe(socket).pipe(upstream);
    });
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void proxy.close());
    const environment = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: `http://127.0.0.1:${Object(proxy.address()).port}` };
    const again = await ended(startTestsigma(report, cwd, baseUrl, { environment }));
    expect(again).toMatchObject({ exitCode: 1, out: first.out });
    expect(new Set(proxied)).toEqual(new Set([new URL(baseUrl).host]));
    await service.look();
    expect(service.runs).toMatchObject([{ id: first.out.trim(), ...closed }]);
    expect(service.mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it("shares one run among ten shards that race, together beyond the limit of requests", async () => {
    const service = new MemoryService({ rateLimit: 10 });
    const baseUrl = await service.serve();
    const shards = Array.from({ length: 10 }, async (_, shard) =>
      testsigma([...report, "--cases", "all"], await folderWithReport(`DEMO-${1 + (shard % 5)} works`), baseUrl),
    );
    const ends = await Promise.all(shards);
    expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
    await service.look();
    expect(service.runs).toMatchObject([{ id: ends[0]?.out.trim(), status: "CLOSED" }]);
    expect(new Set(Object.values(service.runs[0]?.results ?? {}))).toEqual(new Set(["Passed"]));
  });

  it("killed at any request, is finished by the same command", async () => {
    const killing = Array.from({ length: await requestsOf() }, async (_, killAt) => {
      const service = new MemoryService();
      const baseUrl = await service.serve();
      const cwd = await folderWithReport(...tests);
      const child = startTestsigma(report, cwd, baseUrl);
      service.fault = () => {
        if (service.requests.length === killAt + 1) child.kill("SIGKILL");
        return undefined;
      };
      await ended(child);
      service.fault = () => undefined;
      const again = await runTestsigma(report, { service, cwd });
      expect({ killAt, exitCode: again.exitCode, runs: service.runs }).toMatchObject({
        killAt,
        exitCode: 1,
        runs: [{ id: again.out.trim(), ...closed }],
      });
    });
    await Promise.all(killing);
  });

  // Windows has no signals: a process that is killed cannot print anything.
  it.skipIf(process.platform === "win32")("says after a signal how to continue", async () => {
    const service = new MemoryService();
    const baseUrl = await service.serve();
    const cwd = await folderWithReport(...tests);
    const child = startTestsigma(report, cwd, baseUrl);
    service.fault = async ({ operation }) => {
      if (operation !== "updateTestRunCases") return undefined;
      child.kill("SIGINT");
      await printed(child, "finishing the current request");
      return undefined;
    };
    const stopped = await ended(child);
    expect(stopped.exitCode).toBe(130);
    expect(stopped.error).toContain("run the same command again: it finds the run and goes on");
    service.fault = () => undefined;
    expect((await testsigma(report, cwd, baseUrl)).exitCode).toBe(1);
    expect(service.runs).toMatchObject([closed]);
  });

  // The heap is limited because the memory of the process depends on the load of the machine.
  it.each([
    ["12,000 failures in 60 MB within 60 MB", 60, manyTests],
    ["a comment, a name, a property and output of 5 MB each within 80 MB", 80, longTexts],
  ])("reads %s of heap", async (_, megabytes, content) => {
    const baseUrl = await withManyCases(new MemoryService(), 12_000).serve();
    const cwd = await emptyFolder();
    await pipeline(content, createWriteStream(join(cwd, "junit.xml")));
    const args = [...report, "--dry-run", "--fail-on", "never"];
    const nodeOptions = [`--max-old-space-size=${megabytes}`];
    const { exitCode, error } = await ended(startTestsigma(args, cwd, baseUrl, { nodeOptions }));
    expect({ exitCode, error }).toMatchObject({ exitCode: 0 });
  });
});
