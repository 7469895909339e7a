import { createClient } from "@testsigma-tms/client";
import { Agent, fetch } from "undici";
import { expect, it } from "vitest";
import { runInput } from "./src/operations.ts";
import { redirect, success } from "./src/reply.ts";
import { testKey } from "./src/rig/protocol.ts";
import { startRig } from "./src/rig/rig.ts";

const documented = "test-management.testsigma.com";
const trusted = "arcus.testsigma.com";

it.each([
  ["follows a redirect to another name, with another handshake", trusted, [documented, trusted]],
  ["does not send to an untrusted name", "evil.example", [documented]],
])("%s", async (_what, target, names) => {
  await using rig = await startRig({ names: [documented, trusted, "evil.example"] });
  const { port } = new URL(rig.addresses["untrusted certificate"]);
  // Trusts the rig's certificate, and resolves every name to loopback.
  const dispatcher = new Agent({
    connect: {
      ca: rig.certificate,
      lookup: (_name, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
  const run = rig.ledger.script({ replies: [redirect(308, `https://${target}:${port}{path}`), success()] });
  const client = createClient({
    apiKey: testKey,
    baseUrl: `https://${documented}:${port}/api/v1`,
    trustedHosts: [`${trusted}:${port}`],
    fetch: (url, init) => fetch(url, { ...init, dispatcher } as object) as unknown as Promise<Response>,
  });
  const isTrusted = target === trusted;
  const settled = await client.createTestRun(runInput(run.id)).catch((error: unknown) => error);
  expect(settled).toMatchObject(isTrusted ? { message: "" } : { name: "RedirectError", outcome: "rejected" });
  expect(run.record.executed).toBe(isTrusted ? 1 : 0);
  const origins = names.map((name) => ({ origin: `https://${name}:${port}`, hadKey: true }));
  expect(run.record.arrivals).toMatchObject(origins);
});
