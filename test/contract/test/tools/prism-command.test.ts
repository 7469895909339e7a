import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { createClient, RateLimitError, type TestsigmaClient } from "@testsigma-tms/client";
import { prefer } from "@testsigma-tms/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);

const input = {
  title: "Nightly regression 2026-11-23",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  selection_type: "DYNAMIC" as const,
  static_selection_filters: [],
};

describe("plain `prism mock` on the bundled spec", () => {
  let prism: ChildProcessByStdio<null, Readable, Readable>;
  let client: TestsigmaClient;

  beforeAll(async () => {
    const command = require.resolve("@stoplight/prism-cli/dist/index.js");
    const bundle = require.resolve("@testsigma-tms/spec/openapi.yaml");
    prism = spawn(process.execPath, [command, "mock", bundle, "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    client = createClient({ apiKey: "made-up-key", baseUrl: await listening(prism), maxRetries: 0 });
  });

  afterAll(async () => {
    if (prism.exitCode !== null) return;
    prism.kill();
    await once(prism, "exit");
  });

  it("serves the client's happy path", async () => {
    const { data } = await client.createTestRun(input);

    expect(data.test_run.human_id).toBe("DEMO-R-1");
  });

  it("serves a scenario", async () => {
    const call = client.createTestRun(input, { headers: prefer("rate_limited") });

    await expect(call).rejects.toThrow(RateLimitError);
    await expect(call).rejects.toMatchObject({ status: 500, body: { message: "rate limit exceeded" } });
  });
});

/** The address that Prism says it listens on. */
async function listening({ stdout, stderr }: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  stderr.resume();
  const said: string[] = [];
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/\S+$/.exec(/Prism is listening on .*/.exec(line)?.[0] ?? "") ?? [];
    if (address) {
      stdout.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`Prism ended before it listened:\n${said.join("\n")}`);
}
