import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "@testsigma-tms/codegen";
import autocannon from "autocannon";
import { median } from "../measure/median.ts";

export interface MockGrowth {
  /** From the start of the process to the first response. */
  mockReadyMilliseconds: number;
  /** With ten connections. */
  mockRequestsPerSecond: number;
  /** After these requests. */
  mockMegabytes: number;
}

const program = fileURLToPath(new URL("mock-process.ts", import.meta.url));

/** Starts the mock with a spec, some times, and puts load on its first operation; resolves to the medians. */
export async function measureMock(
  document: OpenApiDocument,
  { starts, seconds }: { starts: number; seconds: number },
): Promise<MockGrowth> {
  const folder = await mkdtemp(join(tmpdir(), "growth-mock-"));
  try {
    const spec = join(folder, "openapi.json");
    await writeFile(spec, JSON.stringify(document));
    const [path = ""] = Object.keys(document.paths ?? {});
    const measured: MockGrowth[] = [];
    while (measured.length < starts)
      measured.push(await measureOnce(spec, path.replaceAll(/\{[^}]+\}/g, "1"), seconds));
    return {
      mockReadyMilliseconds: median(measured.map((one) => one.mockReadyMilliseconds)),
      mockRequestsPerSecond: median(measured.map((one) => one.mockRequestsPerSecond)),
      mockMegabytes: median(measured.map((one) => one.mockMegabytes)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOnce(spec: string, path: string, duration: number): Promise<MockGrowth> {
  const start = performance.now();
  const mock = fork(program, [spec]);
  try {
    const url = (await replyOf(mock)) + path;
    const headers = { Authorization: "Bearer any-key" };
    const first = await fetch(url, { headers });
    if (!first.ok) throw new Error(`${path} of the mock: ${first.status} ${await first.text()}`);
    const mockReadyMilliseconds = performance.now() - start;
    // Until the compilers have done their work.
    await autocannon({ url, headers, connections: 10, duration });
    const load = await autocannon({ url, headers, connections: 10, duration });
    if (load.non2xx + load.errors > 0) throw new Error(`${path} of the mock failed under load.`);
    mock.send("memory");
    const mockMegabytes = Number(await replyOf(mock)) / 1e6;
    return { mockReadyMilliseconds, mockRequestsPerSecond: load["2xx"] / load.duration, mockMegabytes };
  } finally {
    if (mock.connected) mock.disconnect();
    if (mock.exitCode === null) await once(mock, "exit");
  }
}

/** The next message; rejects where the process ends instead. */
async function replyOf(mock: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  mock.once("exit", (code) => ended.abort(new Error(`The mock ended with ${code}.`)));
  const [message] = await once(mock, "message", { signal: ended.signal });
  return message;
}
