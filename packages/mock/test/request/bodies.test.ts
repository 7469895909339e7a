import { describe, expect, it } from "vitest";
import { createMockFetch } from "../../src/index.js";
import { ask, createRun, path, read, type Sent, smallestRun } from "../create-run.js";

const runId = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";

it.each(["application/json", 'Application/JSON; charset="UTF-8"'])("takes JSON as %s", async (type) => {
  expect(await ask({ headers: { "Content-Type": type } })).toMatchObject({
    status: 200,
    record: { body: smallestRun },
  });
});

it.each<[string, Sent, number, string]>([
  ["broken JSON", { body: "{" }, 400, "The body is not valid JSON: "],
  ["another type", { headers: { "Content-Type": "text/csv" } }, 415, "expected application/json, got text/csv."],
  [
    "no type",
    { headers: { "Content-Type": "" }, body: new Uint8Array(1) },
    415,
    "expected application/json, got none.",
  ],
  ["a body where none belongs", { method: "DELETE", path: `${path}/${runId}` }, 415, "takes no body."],
  ["an encoded body", { headers: { "Content-Encoding": "gzip" } }, 415, "Expected no Content-Encoding, got gzip."],
  [
    "deep nesting",
    { body: `${"[".repeat(9000)}${"]".repeat(9000)}` },
    400,
    "The body is nested deeper than 100 levels.",
  ],
])("rejects %s", async (_, sent, code, message) => {
  expect((await ask(sent)).body).toEqual({ code, message: expect.stringContaining(message) });
});

it("rejects a body as soon as it is too large, although there is more", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(++pulled && 3)) });
  const mock = createMockFetch({ bodyLimit: 6 });
  const response = await createRun((url, init) => mock(url, { ...init, duplex: "half" }), { body });

  expect(await response.json()).toEqual({ code: 413, message: "Expected a body of at most 6 bytes." });
  expect(pulled).toBeLessThan(10);
});

/** Sends a form that imports a report; resolves to the status, the message of a rejection and what the journal shows. */
async function send(type: string, body: FormData | string) {
  const mock = createMockFetch();
  const headers = { Authorization: "Bearer any", ...(type && { "Content-Type": type }) };
  const url = `http://mock.test${path}/${runId}`.replace("test_runs/", "junit-import/test-run/");
  const response = await read(await mock(url, { method: "POST", headers, body }));
  return { status: response.status, message: response.body.message, recorded: mock.requests[0]?.body };
}

const form = (part: File | string) => {
  const made = new FormData();
  made.append("junit_xml", part);
  return made;
};

it("accepts a form with a file, which the journal shows without its content", async () => {
  const file = new File(["<testsuite/>"], "report.xml", { type: "application/xml" });
  const digest = expect.stringMatching(/^sha-256:[0-9a-f]{64}$/);
  expect(await send("", form(file))).toMatchObject({
    status: 200,
    recorded: { junit_xml: { name: "report.xml", type: "application/xml", size: 12, digest } },
  });
});

it("rejects a text where a file belongs, and a body that is not a form", async () => {
  expect(await send("", form("<testsuite/>"))).toMatchObject({ status: 422 });
  const broken = await send("multipart/form-data; boundary=x", "abc");
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
    expect(await send('multipart/form-data; charset=utf-8; boundary="x"', body)).toMatchObject({
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
    expect(await send(type, body)).toMatchObject({ status: 400, message });
  });
});
