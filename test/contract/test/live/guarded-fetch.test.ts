import { createSpec, type Operation } from "@testsigma-tms/codegen";
import { expect, it } from "vitest";
import { deleteCreated } from "../../src/live/delete-created.ts";
import { type Effect, effectOf } from "../../src/live/effect-of.ts";
import { type Created, guardedFetch, maxCreates } from "../../src/live/guarded-fetch.ts";
import { readPermissions } from "../../src/live/live-settings.ts";
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

it("lets no operation of the spec through by default", async () => {
  let sent = 0;
  const send = guardedFetch(async () => Response.json({ sent: ++sent }), spec, readPermissions({}), []);
  const calls = spec.operations.map((each) => send(filledIn(each), { method: each.method }));
  const outcomes = await Promise.allSettled(calls);

  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(spec.operations.length);
  expect(sent).toBe(0);
});

it("lets no operation of the spec change or delete what it did not create, whatever is allowed", async () => {
  let sent = 0;
  const everything = new Set<Effect>(["read", "create", "change"]);
  const send = guardedFetch(async () => Response.json({ sent: ++sent }), spec, everything, []);
  const calls = spec.operations
    .filter((each) => effectOf(each) === "change")
    .map((each) => send(filledIn(each), { method: each.method }));
  await Promise.allSettled(calls);

  expect(sent).toBe(0);
});

it("lets each effect through with its permission alone", async () => {
  await expect(guard("read").send("GET", "/test_runs")).resolves.toBeInstanceOf(Response);
  await expect(guard("create").send("POST", "/test_runs")).resolves.toBeInstanceOf(Response);
  await expect(guard("create", "change").send("GET", "/test_runs")).rejects.toThrow(
    "Not sent to a live service: listTestRuns needs TESTSIGMA_ALLOW_READS=yes.",
  );
  await expect(guard("read", "change").send("POST", "/test_runs")).rejects.toThrow("needs TESTSIGMA_ALLOW_CREATES=yes");
});

it("lets a change through only for what was created", async () => {
  const { send, sent } = guard("create", "change");
  await send("POST", "/test_runs");

  await send("PUT", "/test_runs/run-1");
  await send("POST", "/test_runs/run-1/complete");
  await expect(send("PUT", "/test_runs/run-2")).rejects.toThrow("would change what this run has not created");
  await expect(send("DELETE", "/test_runs")).rejects.toThrow("would change what this run has not created");
  expect(sent).toHaveLength(3);
});

it("takes a POST that is no create for a change", async () => {
  await expect(guard("create").send("POST", "/test_runs/run-1/complete")).rejects.toThrow("TESTSIGMA_ALLOW_CHANGES");
});

it("stops creating at a limit", async () => {
  const { send, sent } = guard("create");
  for (let count = 0; count < maxCreates; count++) await send("POST", "/test_runs");

  await expect(send("POST", "/test_runs")).rejects.toThrow(
    `this run sent ${maxCreates} requests that create something`,
  );
  expect(sent).toHaveLength(maxCreates);
});

it("sends nothing that the spec does not have", async () => {
  await expect(guard("read", "create", "change").send("GET", "/secrets")).rejects.toThrow("is not in the spec");
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
