/** A document that someone else wrote ends in a message within seconds, reads nothing beside itself and sends nothing. */
import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createMockFetch, type OpenApiDocument, startMock } from "../src/index.js";

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mock-"));
  await mkdir(join(folder, "spec/schemas"), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const referringTo = (reference: string) => `
openapi: 3.1.0
paths:
  /things:
    get:
      operationId: getThing
      responses:
        "200":
          description: Fine
          content:
            application/json:
              schema: { $ref: "${reference}" }
              example: { id: wheel, parts: [] }
`;
const thing = `
type: object
required: [id]
properties:
  id: { type: string }
  parts: { type: array, items: { $ref: thing.yaml } }
  maker: { $ref: "#/$defs/Maker" }
$defs:
  Maker: { type: string }
`;

const getThing = async (spec: string, options = {}) =>
  (await createMockFetch({ spec, ...options })("http://mock.test/things")).json();

it("takes a document in YAML that refers to files in its folder, which refer to themselves", async () => {
  const folder = await folderOf({
    "spec/api.yaml": referringTo("schemas/thing.yaml"),
    "spec/schemas/thing.yaml": thing,
  });

  expect(await getThing(join(folder, "spec/api.yaml"))).toEqual({ id: "wheel", parts: [] });
});

it("reads no file outside its folder without allowExternalRefs", async () => {
  const folder = await folderOf({ "spec/api.yaml": referringTo("../thing.yaml"), "thing.yaml": thing });
  const spec = join(folder, "spec/api.yaml");

  await expect(startMock({ spec })).rejects.toThrow(
    "thing.yaml, outside its own folder. Allow that with allowExternalRefs",
  );
  expect(await getThing(spec, { allowExternalRefs: true })).toEqual({ id: "wheel", parts: [] });
});

it("follows no link out of its folder", async () => {
  const folder = await folderOf({ "spec/api.yaml": referringTo("schemas/link.yaml"), "thing.yaml": thing });
  await symlink(join(folder, "thing.yaml"), join(folder, "spec/schemas/link.yaml"));

  await expect(startMock({ spec: join(folder, "spec/api.yaml") })).rejects.toThrow("outside its own folder");
});

it("sends no request without allowExternalRefs", async () => {
  await using receiver = await startMock();
  const folder = await folderOf({ "spec/api.yaml": referringTo(new URL("/thing.yaml", receiver.url).href) });
  const spec = join(folder, "spec/api.yaml");

  await expect(startMock({ spec })).rejects.toThrow("outside its own folder");
  expect(receiver.requests).toEqual([]);
  await expect(startMock({ spec, allowExternalRefs: true })).rejects.toThrow("thing.yaml: status 404");
  expect(receiver.requests).toHaveLength(1);
});

it("asks for a path where an object refers to files", async () => {
  const spec = {
    openapi: "3.1.0",
    paths: { "/things": { get: { responses: { "200": { $ref: "responses.yaml#/Fine" } } } } },
  };

  await expect(startMock({ spec })).rejects.toThrow("Give its path instead");
});

const aliases = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join()}]`,
  ).join("\n");

it.each([
  [
    "a bomb of aliases",
    `openapi: 3.1.0\nx0: &x0 [1]\n${aliases(9)}\npaths: {}`,
    /expands to \d+ nodes; the limit is 5000000/,
  ],
  ["an alias of itself", "openapi: 3.1.0\nx: &x [*x]\npaths: {}", /contains itself|unidentified alias/],
  ["endless nesting", `{"openapi":"3.1.0","x":${"[".repeat(1e5)}${"]".repeat(1e5)},"paths":{}}`, /nested too deeply/],
  ["no end", `{"openapi":"3.1.0","x":"${"x".repeat(1e7)}`, /is not a usable OpenAPI document/],
])("says what is wrong with %s", { timeout: 20_000 }, async (_, text, message) => {
  const folder = await folderOf({ "api.yaml": text });

  await expect(startMock({ spec: join(folder, "api.yaml") })).rejects.toThrow(message);
});

it("reads a document of ten megabytes in time", { timeout: 20_000 }, async () => {
  const operation = (index: number) => ({
    operationId: `get${index}`,
    description: "x".repeat(9000),
    responses: { "200": { description: "Fine", content: { "application/json": { schema: { type: "object" } } } } },
  });
  const paths = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`/things/${index}`, { get: operation(index) }]),
  );
  const folder = await folderOf({ "api.json": JSON.stringify({ openapi: "3.1.0", paths }) });
  const mock = createMockFetch({ spec: join(folder, "api.json") });

  expect((await mock("http://mock.test/things/999")).status).toBe(200);
});

it("responds for schemas that all refer to each other, and says what is wrong with a request", {
  timeout: 20_000,
}, async () => {
  const names = Array.from({ length: 40 }, (_, index) => `Thing${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
  const schemas = Object.fromEntries(names.map((name) => [name, { type: "object", properties }]));
  const body = { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing0" } } } };
  const responses = { "200": { description: "Fine", ...body } };
  const spec = {
    openapi: "3.1.0",
    paths: { "/things": { put: { requestBody: body, responses } } },
    components: { schemas },
  };
  const mock = createMockFetch({ spec });
  const put = (thing: object) =>
    mock("http://mock.test/things", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(thing),
    });

  expect(await (await put({ Thing1: {} })).json()).toHaveProperty("Thing39");
  expect(await (await put({ Thing1: { Thing2: 5 } })).text()).toContain("Thing1.Thing2 must be object");
});

it("takes schemas that have an address of their own", async () => {
  const schemas = {
    Thing: { $id: "https://api.example/schemas/thing", properties: { maker: { $ref: "#/components/schemas/Maker" } } },
    Maker: { type: "string", examples: ["Asha"] },
  };
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
  const responses = { "200": { description: "Fine", content } };
  const mock = createMockFetch({
    spec: { openapi: "3.1.0", paths: { "/things": { get: { responses } } }, components: { schemas } },
  });

  expect(await (await mock("http://mock.test/things")).json()).toEqual({ maker: "Asha" });
});

it("stops a pattern that backtracks without end", { timeout: 20_000 }, async () => {
  const schema = { type: "string", pattern: "^(a+)+$" };
  const spec: OpenApiDocument = {
    openapi: "3.1.0",
    paths: {
      "/things": {
        post: {
          requestBody: { content: { "application/json": { schema } } },
          responses: { "200": { description: "Fine" } },
        },
      },
    },
  };
  const mock = createMockFetch({ spec });
  const send = (text: string) =>
    mock("http://mock.test/things", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(text),
    });

  expect((await send("a".repeat(50))).status).toBe(200);
  const response = await send(`${"a".repeat(50)}!`);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    message: expect.stringContaining("The pattern ^(a+)+$ takes too long on a text of 51"),
  });
});
