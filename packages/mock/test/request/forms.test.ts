import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readForm } from "../../src/request/read-form.js";
import { fine, mockOf } from "../mock-of.js";

/** Sends a form whose parts have these schemas. */
async function send(properties: object, form: FormData | URLSearchParams) {
  const content = {
    "multipart/form-data": { schema: { properties } },
    "application/x-www-form-urlencoded": { schema: { $ref: "#/components/schemas/Form" } },
  };
  const mock = mockOf({
    paths: { "/things": { post: { requestBody: { content }, responses: fine } } },
    components: { schemas: { Form: { properties }, Tags: { type: "array", items: { type: "string" } } } },
  });
  const { status, headers } = await mock("http://mock.test/things", { method: "POST", body: form });
  return { status, headers, body: mock.requests[0]?.body, violations: mock.requests[0]?.violations };
}

function formOf(...parts: [name: string, value: string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}

const fileOf = (text: string, type = "text/csv") => new File([text], "a.csv", { type });
const recorded = (text: string, type = "text/csv") => ({
  name: "a.csv",
  type,
  size: text.length,
  digest: `sha-256:${createHash("sha256").update(text).digest("hex")}`,
});

const text = { type: "string" };
const object = { type: "object", properties: { a: { type: "integer" } } };

it.each<[what: string, schema: object | undefined, parts: (string | File)[], body: unknown]>([
  ["a file by its format", { type: "string", format: "binary" }, [fileOf("abc")], recorded("abc")],
  ["a file of some length", { format: "binary", minLength: 3, maxLength: 3 }, [fileOf("abc")], recorded("abc")],
  ["a file by its media type", { contentMediaType: "text/csv" }, [fileOf("abc")], recorded("abc")],
  ["a file that the spec does not have", undefined, [fileOf("abc")], recorded("abc")],
  ["a file of JSON that the spec does not have", undefined, [fileOf("[1]", "application/json")], [1]],
  ["a list of files", { type: "array", items: { format: "binary" } }, [fileOf("abc")], [recorded("abc")]],
  ["a file where a text belongs", text, [fileOf("[1]")], "[1]"],
  ["a text", text, ["abc"], "abc"],
  ["a text that looks like JSON", text, ["[1]"], "[1]"],
  ["a text in base64", { contentMediaType: "text/csv", contentEncoding: "base64" }, ["YWJj"], "YWJj"],
  ["a text that the spec does not have", undefined, ["abc"], "abc"],
  ["a text twice, which the spec does not have", undefined, ["abc", "def"], ["abc", "def"]],
  ["an object", object, ['{"a":1}'], { a: 1 }],
  ["an object of which nothing else is known", { type: "object" }, ['{"a":1}'], { a: 1 }],
  ["a number", { type: "integer" }, ["5"], 5],
  ["a flag", { type: "boolean" }, ["true"], true],
  ["an object by its properties", { properties: {} }, ['{"a":1}'], { a: 1 }],
  ["an object with a media type", { ...object, contentMediaType: "application/json" }, ['{"a":1}'], { a: 1 }],
  ["an object in a file", object, [fileOf('{"a":1}', "application/json")], { a: 1 }],
  ["a list", { type: "array", items: text }, ["abc"], ["abc"]],
  ["a list by reference", { $ref: "#/components/schemas/Tags" }, ["abc", "def"], ["abc", "def"]],
  ["a list or nothing", { type: ["array", "null"], items: text }, ["abc"], ["abc"]],
])("reads %s", async (_, schema, parts, body) => {
  const properties = { other: text, ...(schema && { part: schema }) };
  const form = formOf(...parts.map((part): [string, string | File] => ["part", part]), ["other", "x"]);

  const sent = await send(properties, form);
  expect([sent.status, sent.body, sent.violations]).toEqual([200, { part: body, other: "x" }, []]);
});

it("reads a form in the URL's encoding", async () => {
  const form = new URLSearchParams({ title: "a b", tags: "x", options: '{"a":1}' });
  const properties = { title: text, tags: { $ref: "#/components/schemas/Tags" }, options: object };

  const { status, body } = await send(properties, form);
  expect([status, body]).toEqual([200, { title: "a b", tags: ["x"], options: { a: 1 } }]);
});

it("reads a part that is named like a property of every object", async () => {
  const { body } = await send({ title: text }, formOf(["__proto__", "x"], ["title", "y"]));

  expect(Object.entries(body as object)).toEqual([
    ["__proto__", "x"],
    ["title", "y"],
  ]);
});

it.each<[schema: object, part: string | File, violation: string]>([
  [{ type: "string", format: "binary" }, "abc", "must be a file: a part that has a filename"],
  [{ contentMediaType: "text/csv" }, "abc", "must be a file: a part that has a filename"],
  [{ format: "binary", minLength: 1 }, fileOf(""), "must NOT have fewer than 1 characters"],
  [{ format: "binary", minLength: 4 }, fileOf("abc"), "must NOT have fewer than 4 characters"],
  [{ type: "integer" }, "many", "must be integer"],
  [object, "abc", "must be object"],
])("rejects by the schema %j", async (schema, part, violation) => {
  const { status, violations } = await send({ part: schema }, formOf(["part", part]));

  expect([status, violations]).toEqual([422, [`Request body property part ${violation}`]]);
});

it("lists each part that is no file", async () => {
  const file = { format: "binary" };
  const { headers } = await send({ a: file, b: file }, formOf(["a", "x"], ["b", "y"], ["a", fileOf("abc")]));

  expect(JSON.parse(headers.get("sl-violations") ?? "")).toEqual(
    ["a", "b"].map((name) => ({
      location: ["request", "body", name],
      severity: "Error",
      code: "type",
      message: `Request body property ${name} must be a file: a part that has a filename`,
    })),
  );
});

it("rejects what is no form", async () => {
  const contentType = "multipart/form-data; boundary=x";

  await expect(readForm(new Uint8Array(3), contentType, {})).rejects.toMatchObject({
    code: 400,
    message: `The body is not a valid form: it does not match Content-Type: ${contentType}.`,
  });
});

it("hands over the files, the last of each name", async () => {
  const form = formOf(["a", fileOf("1")], ["b", "2"], ["c", fileOf("3")], ["c", fileOf("4")]);
  const sent = new Response(form);
  const contentType = sent.headers.get("content-type") ?? "";
  const { files } = await readForm(new Uint8Array(await sent.arrayBuffer()), contentType, {});

  expect([...(files ?? [])].map(([name, { size }]) => [name, size])).toEqual([
    ["a", 1],
    ["c", 1],
  ]);
  expect(await files?.get("c")?.text()).toBe("4");
});
