import { expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { createRun, path, smallestRun } from "../create-run.js";

const runId = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";

/** Sends a body; returns the status, the message of a rejection, and what the journal shows. */
async function send(type: string, body: RequestInit["body"], more: { path?: string; bodyLimit?: number } = {}) {
  const mock = createMockFetch(more.bodyLimit ? { bodyLimit: more.bodyLimit } : {});
  const headers = { Authorization: "Bearer any", ...(type && { "Content-Type": type }) };
  const init = { method: "POST", headers, body: body ?? null, duplex: "half" as const };
  const response = await mock(`http://mock.test${more.path ?? path}`, init);
  const { message } = (await response.json()) as { message: string };
  return { status: response.status, message, recorded: mock.requests[0]?.body };
}

it.each(["application/json", 'Application/JSON; charset="UTF-8"'])("takes JSON as %s", async (type) => {
  expect(await send(type, JSON.stringify(smallestRun))).toMatchObject({ status: 200, recorded: smallestRun });
});

it.each([
  ["application/json", "{", 400, "The body is not valid JSON: "],
  ["text/csv", "{}", 415, "Content-Type: expected application/json, got text/csv."],
  ["", new Uint8Array(1), 415, "Content-Type: expected application/json, got none."],
])("rejects a body that it cannot read: %s %s", async (type, body, status, message) => {
  expect(await send(type, body)).toMatchObject({ status, message: expect.stringContaining(message) });
});

it("rejects a body where there is none", async () => {
  const response = await createRun(createMockFetch(), { method: "DELETE", path: `${path}/${runId}`, body: "{}" });
  expect(await response.json()).toMatchObject({ code: 415, message: expect.stringContaining("takes no body.") });
});

it("rejects a body as soon as it is too large, although there is more", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(++pulled && 3)) });
  const message = "Expected a body of at most 6 bytes.";
  expect(await send("application/json", body, { bodyLimit: 6 })).toMatchObject({ status: 413, message });
  expect(pulled).toBeLessThan(10);
});

const imports = { path: `${path}/${runId}`.replace("test_runs/", "junit-import/test-run/") };
const form = (part: File | string) => {
  const made = new FormData();
  made.append("junit_xml", part);
  return made;
};

it("takes a form with a file, which the journal shows without its content", async () => {
  const file = new File(["<testsuite/>"], "report.xml", { type: "application/xml" });
  const digest = expect.stringMatching(/^sha-256:[0-9a-f]{64}$/);
  expect(await send("", form(file), imports)).toMatchObject({
    status: 200,
    recorded: { junit_xml: { name: "report.xml", type: "application/xml", size: 12, digest } },
  });
});

it("rejects a text where a file belongs, and what is no form", async () => {
  expect(await send("", form("<testsuite/>"), imports)).toMatchObject({ status: 422 });
  const broken = await send("multipart/form-data; boundary=x", "abc", imports);
  expect(broken).toMatchObject({ status: 400, message: expect.stringContaining("The body is not a valid form") });
});
