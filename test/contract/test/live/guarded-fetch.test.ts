import { createSpec, type Operation } from "@testsigma-tms/codegen";
import { expect, it } from "vitest";
import { deleteCreated } from "../../src/live/delete-created.ts";
import { type Effect, effectOf, effects } from "../../src/live/effect-of.ts";
import { type Created, guardedFetch, maxCreates } from "../../src/live/guarded-fetch.ts";
import { spec } from "../../src/spec/spec.ts";

const base = "https://example.com/api/v1";
const runs = "/projects/{project_id}/test_runs";
const operation = (operationId: string) => ({ operationId, responses: {} });
const small = createSpec({
  openapi: "3.1.0",
  paths: {
    [runs]: { get: operation("listTestRuns"), post: operation("createTestRun"), delete: operation("deleteTestRuns") },
    [`${runs}/{test_run_id}`]: { put: operation("updateTestRun"), delete: operation("deleteTestRun") },
    [`${runs}/{test_run_id}/complete`]: { post: operation("completeTestRun") },
  },
});

/** Guards a service that creates runs 1, 2, 3 and so on; records the requests that the permissions let through. */
function guard(...permissions: Effect[]) {
  const sent: string[] = [];
  const created: Created[] = [];
  const send = guardedFetch(
    async (url, { method }) => {
      sent.push(`${method} ${url.slice(base.length)}`);
      return Response.json({ data: { test_run: { id: `run-${sent.length}` } } });
    },
    small,
    new Set(permissions),
    created,
  );
  return { sent, created, send: (method: string, path: string) => send(`${base}/projects/p1${path}`, { method }) };
}

const filledIn = ({ path }: Operation) =>
  `${base}${path.replaceAll(/\{[^}]*\}/g, "5d0c9d5f-7c0b-4b5e-9f0e-2f6f0f3b8a11")}`;

it.each([
  ["nothing", [], spec.operations],
  // Nothing was created, so nothing may be changed.
  ["everything", effects, spec.operations.filter((operation) => effectOf(operation) === "change")],
] as const)("lets no other operation of the spec through where %s is allowed", async (_, permissions, operations) => {
  let sent = 0;
  const send = guardedFetch(async () => Response.json({ sent: ++sent }), spec, new Set(permissions), []);
  const outcomes = await Promise.allSettled(operations.map((each) => send(filledIn(each), { method: each.method })));

  expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  expect([sent, operations.length > 10]).toEqual([0, true]);
});

it.each<[Effect[], string, string, string]>([
  [["create", "change"], "GET", "/test_runs", "listTestRuns needs TESTSIGMA_ALLOW_READS=yes."],
  [["read", "change"], "POST", "/test_runs", "createTestRun needs TESTSIGMA_ALLOW_CREATES=yes."],
  [["create"], "POST", "/test_runs/run-1/complete", "completeTestRun needs TESTSIGMA_ALLOW_CHANGES=yes."],
  [["read", "create", "change"], "PUT", "/test_runs/run-2", "would change what this run has not created"],
  [["read", "create", "change"], "DELETE", "/test_runs", "would change what this run has not created"],
  [["read", "create", "change"], "GET", "/secrets", "is not in the spec"],
])("with %j, does not send %s %s", async (permissions, method, path, message) => {
  const { send, sent } = guard(...permissions);
  if (permissions.includes("create")) await send("POST", "/test_runs");
  const before = sent.length;

  await expect(send(method, path)).rejects.toThrow(message);
  expect(sent).toHaveLength(before);
});

it("lets each effect through with its permission, and a change of what was created", async () => {
  await expect(guard("read").send("GET", "/test_runs")).resolves.toBeInstanceOf(Response);
  const { send, sent } = guard("create", "change");
  for (const [method, path] of [
    ["POST", ""],
    ["PUT", "/run-1"],
    ["POST", "/run-1/complete"],
  ] as const) {
    await send(method, `/test_runs${path}`);
  }
  expect(sent).toHaveLength(3);
});

it("stops creating at a limit", async () => {
  const { send, sent } = guard("create");
  for (let count = 0; count < maxCreates; count++) await send("POST", "/test_runs");

  await expect(send("POST", "/test_runs")).rejects.toThrow(
    `this run sent ${maxCreates} requests that create something`,
  );
  expect(sent).toHaveLength(maxCreates);
});

it("deletes what was created, the latest first, but not what is deleted already", async () => {
  const { send, sent, created } = guard("create", "change");
  for (let count = 0; count < 3; count++) await send("POST", "/test_runs");
  await send("DELETE", "/test_runs/run-2");
  sent.length = 0;

  const request = (url: string, { method = "GET" }: RequestInit) => send(method, url.split("/p1")[1] as string);
  await deleteCreated({ spec: small, fetch: request, apiKey: "made-up-key" }, created);

  expect(sent).toEqual(["DELETE /projects/p1/test_runs/run-3", "DELETE /projects/p1/test_runs/run-1"]);
});
