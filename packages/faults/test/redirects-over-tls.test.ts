import { createClient } from "@testsigma-tms/client";
import { Agent, fetch as undiciFetch } from "undici";
import { afterAll, beforeAll, expect, it } from "vitest";
import { created, redirect } from "../src/reply.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";
import { TEST_KEY } from "../src/rig/test-key.ts";

const NAMES = ["test-management.testsigma.com", "arcus.testsigma.com", "evil.example"];
let rig: Rig;
let agent: Agent;

beforeAll(async () => {
  rig = await startRig({ names: NAMES });
  agent = new Agent({
    connect: {
      ca: rig.certificate,
      lookup: (_name, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]),
    },
  });
});
afterAll(async () => {
  await agent.close();
  await rig.close();
});

const createRun = async (replies: Parameters<Rig["ledger"]["script"]>[0]) => {
  const run = rig.ledger.script(replies, false);
  const { port } = new URL(rig.addresses.tls);
  const client = createClient({
    apiKey: TEST_KEY,
    baseUrl: `https://test-management.testsigma.com:${port}/api/v1`,
    trustedHosts: [`arcus.testsigma.com:${port}`],
    fetch: (url, init) => undiciFetch(url, { ...init, dispatcher: agent } as object) as unknown as Promise<Response>,
  });
  const call = client.createTestRun({
    project_id: run.id,
    title: `Run ${run.id}`,
    status: "ACTIVE",
    selection_type: "STATIC",
    static_selection_filters: [],
  });
  const settled = await call.catch((error: unknown) => error);
  return { settled, port, ...run.record };
};

it("follows a redirect to another name with another handshake", async () => {
  const { port } = new URL(rig.addresses.tls);
  const { settled, executed, arrivals } = await createRun([
    redirect(301, `https://arcus.testsigma.com:${port}{path}`),
    created(),
  ]);
  expect(settled).toHaveProperty("data.test_run");
  expect(executed).toBe(1);
  expect(arrivals.map(({ origin, hadKey }) => ({ origin, hadKey }))).toEqual([
    { origin: `https://test-management.testsigma.com:${port}`, hadKey: true },
    { origin: `https://arcus.testsigma.com:${port}`, hadKey: true },
  ]);
});

it("does not ask a name that nobody trusts", async () => {
  const { port } = new URL(rig.addresses.tls);
  const { settled, executed, arrivals } = await createRun([redirect(308, `https://evil.example:${port}{path}`)]);
  expect(settled).toMatchObject({ name: "RedirectError", outcome: "rejected" });
  expect(executed).toBe(0);
  expect(arrivals.map(({ origin }) => origin)).toEqual([`https://test-management.testsigma.com:${port}`]);
});
