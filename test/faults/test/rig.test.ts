import { afterAll, beforeAll, expect, it } from "vitest";
import type { Fault } from "../src/fault.ts";
import { succeeds } from "../src/fault.ts";
import { jsonReply, redirect, success } from "../src/reply.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";
import { runFault } from "../src/run/run-fault.ts";
import { createCarelessClient } from "./careless-client.ts";

let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

async function problemsOf(fault: Omit<Fault, "name" | "expected">, hangsAfterMs?: number): Promise<string[]> {
  const whole = { name: "planted", expected: succeeds(), ...fault };
  return (await runFault(whole, rig.addresses, createCarelessClient, hangsAfterMs)).problems;
}

it("finds nothing to say about a run that was created once", async () => {
  expect(await problemsOf({ replies: [success()] })).toEqual([]);
});

it("notices a run that was created twice", async () => {
  const replies = [success({ status: 504 }), success()];
  expect(await problemsOf({ replies })).toContain("executed 2 times");
});

it("notices a redirect that was followed as a GET", async () => {
  const replies = [redirect(301, "{path}"), jsonReply(200, { message: "", data: { test_runs: [] } })];
  expect(await problemsOf({ replies })).toEqual([
    "reported as succeeded, never executed",
    "sent as POST, GET",
    "sent again with another body",
    "the response is not the documented one",
  ]);
});

it("notices an untrusted host", async () => {
  const replies = [redirect(307, "https://evil.example{path}"), success()];
  const target = "https://test-management.testsigma.com";
  expect(await problemsOf({ target, replies })).toEqual(["sent to https://evil.example, which is not trusted"]);
});

it("notices a key that was sent in clear", async () => {
  const replies = [redirect(308, "http://arcus.testsigma.com{path}"), success()];
  const target = "https://test-management.testsigma.com";
  expect(await problemsOf({ target, replies })).toEqual(["sent in clear to http://arcus.testsigma.com"]);
});

it("notices a response that is not the documented one", async () => {
  const replies = [success({ body: { text: '{"ok":true}' } })];
  expect(await problemsOf({ replies })).toEqual(["the response is not the documented one"]);
});

it("notices an error that holds the key and lacks an outcome", async () => {
  const problems = await problemsOf({ replies: [jsonReply(500, {})], repeats: true });
  expect(problems).toEqual(expect.arrayContaining(["the error has no outcome", "the error holds the key"]));
});

it("notices a call that never settles", async () => {
  const replies = [success({ cut: { at: "before the response", by: "stalling" } })];
  expect(await problemsOf({ replies }, 300)).toEqual(["settled as hangs without an error"]);
});

it("creates nothing for a request without the key", async () => {
  const run = rig.ledger.script({ replies: [success()] });
  const body = JSON.stringify({ title: `Run ${run.id}` });
  await fetch(`${rig.addresses.rig}/api/v1/projects/${run.id}/test_runs`, { method: "POST", body });
  expect(run.record).toMatchObject({ executed: 0, arrivals: [{ method: "POST", hadKey: false }] });
});
