import { createClient } from "@testsigma-tms/client";
import { expect, it } from "vitest";
import { operations } from "../src/operations.ts";
import { rateLimited, success } from "../src/reply.ts";
import { testKey } from "../src/rig/protocol.ts";
import { startRig } from "../src/rig/rig.ts";

it("sends each create on a connection of its own, although the server keeps them open", async () => {
  await using rig = await startRig();
  const limited = { ...rateLimited({ "retry-after": "0" }), keepAlive: true };
  const run = rig.ledger.script({ replies: [limited, success({ keepAlive: true })] });
  const client = createClient({ apiKey: testKey, baseUrl: `${rig.addresses.rig}/api/v1` });

  await operations.createTestRun.call(client, run.id, {});

  const ports = run.record.arrivals.map(({ port }) => port);
  expect(new Set(ports).size).toBe(2);
});
