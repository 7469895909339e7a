import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Fault } from "./src/fault.ts";
import { cut, jsonReply, redirect, success } from "./src/reply.ts";
import { type Rig, startRig } from "./src/rig/rig.ts";
import { runFault } from "./src/run/run-fault.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig[Symbol.asyncDispose]());

const planted: [what: string, fault: Partial<Fault>, problems: string[]][] = [
  ["nothing wrong", { replies: [success()] }, []],
  ["a run that was created twice", { replies: [success({ status: 504 }), success()] }, ["executed 2 times"]],
  [
    "a redirect that was followed as a GET",
    { replies: [redirect(301, "{path}"), jsonReply(200, { message: "", data: { test_runs: [] } })] },
    [
      "reported as succeeded, never executed",
      "sent as POST, GET",
      "sent again with another body",
      "the response is not the documented one",
    ],
  ],
  [
    "a response that is not the documented one",
    { replies: [success({ body: { text: '{"ok":true}' } })] },
    ["the response is not the documented one"],
  ],
  [
    "an error that contains the key and lacks an outcome",
    { replies: Array.from({ length: 3 }, () => jsonReply(500, {})) },
    ["the error has no outcome", "the error contains the key"],
  ],
  [
    "a call that never settles",
    { replies: [success(cut("before the response", "stalling"))] },
    ["settled as hangs without an error"],
  ],
];
it.each(planted)("notices %s", async (_what, fault, expected) => {
  const { problems } = await runFault({ name: "", replies: [], ...fault }, rig.addresses, createCarelessClient, 500);
  expect(problems).toEqual(expected.length > 0 ? expect.arrayContaining(expected) : []);
});

it("creates nothing for a request without the key", async () => {
  const run = rig.ledger.script({ replies: [success()] });
  const body = JSON.stringify({ title: `Run ${run.id}` });
  await fetch(`${rig.addresses.rig}/api/v1/projects/${run.id}/test_runs`, { method: "POST", body });
  expect(run.record).toMatchObject({ executed: 0, arrivals: [{ method: "POST", hadKey: false }] });
});

/** Creates a client that was written without thinking of failure: the rig must find each of its faults. */
function createCarelessClient({ apiKey, baseUrl, fetch = globalThis.fetch }: ClientOptions): TestsigmaClient {
  const send = async (projectId: string, body: string): Promise<unknown> => {
    const key = String(apiKey);
    let url = `${baseUrl}/projects/${projectId}/test_runs`;
    let init: RequestInit = { method: "POST", body };
    for (let attempts = 1; ; attempts++) {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const response = await fetch(url, { ...init, headers, redirect: "manual" });
      const location = response.headers.get("location");
      if (location) {
        url = new URL(location, url).href;
        init = response.status === 301 ? { method: "GET" } : init;
      } else if (response.status < 500) {
        return await response.json();
      } else if (attempts === 3) {
        throw new Error(`${response.status} for Bearer ${key}`);
      }
    }
  };
  const createTestRun = (input: { project_id: string }): Promise<unknown> =>
    send(input.project_id, JSON.stringify(input));
  return { createTestRun } as unknown as TestsigmaClient;
}
