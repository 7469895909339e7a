import { createClient } from "@testsigma-tms/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Reply, redirect, success } from "../src/reply.ts";
import { testKey } from "../src/rig/protocol.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";
import { trustingFetch } from "./trusting-fetch.ts";

let rig: Rig;
let port: string;

beforeAll(async () => {
  rig = await startRig({ names: ["test-management.testsigma.com", "arcus.testsigma.com", "evil.example"] });
  port = new URL(rig.addresses.tls).port;
});
afterAll(() => rig.close());

async function createRun(replies: Reply[]) {
  const run = rig.ledger.script({ replies });
  const client = createClient({
    apiKey: testKey,
    baseUrl: `https://test-management.testsigma.com:${port}/api/v1`,
    trustedHosts: [`arcus.testsigma.com:${port}`],
    fetch: trustingFetch(rig),
  });
  const call = client.createTestRun({
    project_id: run.id,
    title: `Run ${run.id}`,
    status: "ACTIVE",
    selection_type: "STATIC",
    static_selection_filters: [],
  });
  const settled = await call.catch((error: unknown) => error);
  return { settled, ...run.record };
}

it("follows a redirect to another name, with another handshake", async () => {
  const { settled, executed, arrivals } = await createRun([
    redirect(301, `https://arcus.testsigma.com:${port}{path}`),
    success(),
  ]);
  expect(settled).toHaveProperty("data.test_run");
  expect(executed).toBe(1);
  expect(arrivals).toMatchObject([
    { origin: `https://test-management.testsigma.com:${port}`, hadKey: true },
    { origin: `https://arcus.testsigma.com:${port}`, hadKey: true },
  ]);
});

it("does not send to an untrusted name", async () => {
  const { settled, executed, arrivals } = await createRun([redirect(308, `https://evil.example:${port}{path}`)]);
  expect(settled).toMatchObject({ name: "RedirectError", outcome: "rejected" });
  expect(executed).toBe(0);
  expect(arrivals).toMatchObject([{ origin: `https://test-management.testsigma.com:${port}` }]);
});
