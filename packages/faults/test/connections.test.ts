import { createClient } from "@testsigma-tms/client";
import { expect, it } from "vitest";
import { created, rateLimited } from "../src/reply.ts";
import { testKey } from "../src/rig/protocol.ts";
import { startRig } from "../src/rig/rig.ts";

it("uses no connection twice, so that no runtime sends a create again by itself", async () => {
  await using rig = await startRig();
  const run = rig.ledger.script([rateLimited({ "retry-after": "0" }), created()], false);
  const client = createClient({ apiKey: testKey, baseUrl: `${rig.addresses.rig}/api/v1` });

  await client.createTestRun({
    project_id: run.id,
    title: `Run ${run.id}`,
    status: "ACTIVE",
    selection_type: "STATIC",
    static_selection_filters: [],
  });

  expect(run.record.arrivals).toMatchObject([{ connection: "close" }, { connection: "close" }]);
});
