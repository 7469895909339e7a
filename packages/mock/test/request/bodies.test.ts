import { describe, expect, it } from "vitest";
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

it("rejects a body where the operation has none", async () => {
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

it("accepts a form with a file, which the journal shows without its content", async () => {
  const file = new File(["<testsuite/>"], "report.xml", { type: "application/xml" });
  const digest = expect.stringMatching(/^sha-256:[0-9a-f]{64}$/);
  expect(await send("", form(file), imports)).toMatchObject({
    status: 200,
    recorded: { junit_xml: { name: "report.xml", type: "application/xml", size: 12, digest } },
  });
});

it("rejects a text where a file belongs, and a body that is not a form", async () => {
  expect(await send("", form("<testsuite/>"), imports)).toMatchObject({ status: 422 });
  const broken = await send("multipart/form-data; boundary=x", "abc", imports);
  expect(broken).toMatchObject({ status: 400, message: expect.stringContaining("The body is not a valid form") });
});

describe("a form that other programs send", () => {
  const part = (disposition: string, more = "") =>
    `--x${more}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n<testsuite/>\r\n--x--${more}\r\n`;

  it.each([
    ["white space after a boundary", part('name="junit_xml"; filename="a.xml"', " \t"), "a.xml"],
    ["a quote that curl escapes", part('name="junit_xml"; filename="a\\"b.xml"'), 'a"b.xml'],
    ["a quote that browsers escape", part('name="junit_xml"; filename="a%22b.xml"'), 'a"b.xml'],
    ["a backslash", part('name="junit_xml"; filename="a\\b.xml"'), "a\\b.xml"],
    ["a name with other letters", part("name=junit_xml; filename*=UTF-8''na%C3%AFve.xml"), "naïve.xml"],
    ["a name in UTF-8", part('name="junit_xml"; filename="naïve.xml"'), "naïve.xml"],
    ["a preamble", `Hello\r\n${part('name="junit_xml"; filename="a.xml"')}`, "a.xml"],
  ])("may have %s", async (_, body, name) => {
    expect(await send('multipart/form-data; charset=utf-8; boundary="x"', body, imports)).toMatchObject({
      status: 200,
      recorded: { junit_xml: { name, size: 12 } },
    });
  });

  it.each([
    ["no boundary", "", part('name="junit_xml"')],
    ["no end", "x", part('name="junit_xml"').replace("--x--", "")],
    ["no name", "x", part("filename=a")],
    ["endless headers", "x", part(`name="${"a".repeat(20_000)}"`)],
  ])("must not have %s", async (_, boundary, body) => {
    const type = `multipart/form-data${boundary && `; boundary=${boundary}`}`;
    const message = expect.stringContaining("The body is not a valid form: ");
    expect(await send(type, body, imports)).toMatchObject({ status: 400, message });
  });
});

it("rejects a body that is encoded", async () => {
  const headers = { "Content-Encoding": "gzip" };
  const response = await createRun(createMockFetch(), { headers, body: new Uint8Array(9) });
  expect(await response.json()).toEqual({ code: 415, message: "Expected no Content-Encoding, got gzip." });
});

it("rejects a body that is nested too deeply, and keeps running", async () => {
  const mock = createMockFetch({ state: true });
  const body = JSON.stringify(smallestRun).replace(/}$/, `,"deep":${"[".repeat(9000)}${"]".repeat(9000)}}`);
  expect(await (await createRun(mock, { body })).json()).toMatchObject({
    message: "The body is nested deeper than 100 levels.",
  });
  expect(JSON.stringify(mock.requests)).toContain("nested deeper");
});
