import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseYaml, stringifyYaml } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPrism } from "../../src/targets/start-prism.ts";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.ts";

// Each kind of operation is tested with each output: generated, compiled and run, from the sources of a copy.

/** The expected result of each operation: the example of the spec. */
const expected: Record<string, unknown> = {
  listReviewNotes: { data: { notes: ["a", "b"] }, after: null },
  updateReviewTime: "nothing",
  updateReview: { owner: null },
  createReview: { id: "r-1" },
  createReviewFolder: { title: "Login", folders: [{ title: "SSO" }] },
  uploadReview: { message: "reading" },
  downloadReviews: "PK",
  downloadReviewTable: "id,owner\nr-1,asha\n",
  updateReviewOrder: ["r-2", "r-1"],
};
const kinds = fileURLToPath(new URL("../fixtures/kinds/", import.meta.url));
const inCopy = "test/contract/kinds";
const prismCli = createRequire(import.meta.resolve("@testsigma-tms/mock/package.json")).resolve(
  "@stoplight/prism-cli/dist/index.js",
);

interface Document {
  paths: object;
  components?: Record<string, object>;
}

let copy: WorkspaceCopy;
let results: Record<string, Record<string, unknown>>;

beforeAll(async () => {
  copy = await copyWorkspace();
  await cp(kinds, copy.at(inCopy), { recursive: true });
  await addKinds();
  expect(await copy.node(inCopy, "--import", "./from-source.mjs", "generate.ts")).not.toContain("problem");
  for (const name of Object.keys(expected))
    await writeFile(copy.at(`${inCopy}/sample-${name}.ts`), await sampleOf(name));
  await copy.node(inCopy, copy.at("test/contract/node_modules/typescript/bin/tsc"), "--project", ".");
  await using prism = await startPrism([prismCli, "mock", copy.at("spec/dist/openapi.json")]);
  results = JSON.parse(await copy.node(inCopy, "--import", "./from-source.mjs", "run.ts", prism.url));
}, 300_000);

afterAll(() => copy[Symbol.asyncDispose]());

/** Adds the YAML of every kind to the spec of the copy, as an author would. */
async function addKinds(): Promise<void> {
  for (const file of (await readdir(kinds)).filter((name) => name.endsWith(".yaml"))) {
    await addToSpec((await readYaml(kinds + file)) as Document);
  }
}

async function addToSpec({ paths, components }: Document): Promise<void> {
  const file = copy.at("spec/openapi.yaml");
  const root = (await readYaml(file)) as Document;
  Object.assign(root.paths, paths);
  root.components = { ...root.components, schemas: { ...root.components?.schemas, ...components?.schemas } };
  await writeFile(file, stringifyYaml(root));
}

const readYaml = async (file: string) => parseYaml(await readFile(file, "utf8"));

const textOf = (name: string) => readFile(copy.at(`${inCopy}/docs/${name}`), "utf8");

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'" };

/** Returns the sample for the TypeScript client on an operation's page. */
async function sampleOf(name: string): Promise<string> {
  const page = await textOf(`${name}.html`);
  const [, sample] = /data-language="TypeScript client"[^>]*><.*?<code[^>]*>(.*?)<\/code>/s.exec(page) ?? [];
  if (sample === undefined) expect.fail(`${name}.html has no sample for the TypeScript client.`);
  return sample.replaceAll(/<[^>]*>/g, "").replaceAll(/&([\w#]+);/g, (_, entity: string) => entities[entity] ?? "");
}

describe.each(Object.keys(expected))("%s", (name) => {
  it.each([
    ["a method of the client, against the mock in process", "inProcess"],
    ["a method of the client, against the mock over HTTP", "overHttp"],
    ["a path of the openapi-fetch client", "byPath"],
    ["a verb of the command line", "commands"],
    ["a TypeScript sample in the docs, which runs", "samples"],
  ])("is %s", (_what, way) => {
    expect(results[way]?.[name]).toEqual(expected[name]);
  });

  it("is accepted by plain Prism", () => {
    // Prism reads every part of a form as a text, and so rejects a JSON part.
    const result = name === "uploadReview" ? expect.stringMatching(/^ValidationError 422/) : expected[name];
    expect(results.prism?.[name]).toEqual(result);
  });

  it.skipIf(name.startsWith("download"))("is checked by the mock", () => {
    expect(results.wrong?.[name]).toMatch(/^(ValidationError 422|InputError)/);
  });

  it("is held to the spec by generated requests", () => {
    const takesNoInput = name.startsWith("download");
    expect(results.generated?.[name]).toEqual([["accepted"], takesNoInput ? [] : [422]]);
  });

  it("has a page in the docs", async () => {
    expect(await textOf(`${name}.html`)).toContain("<h1>");
  });
});

it("an operation with JSON or a form takes the form too, and resolves to each documented success", () => {
  expect(results.other).toEqual({ createReviewFolder: { message: "queued" } });
});

it("a list with a cursor of another name is not paginated, rather than ended after its first page", () => {
  expect(results.paged?.listReviewNotes).toContain("paginate: expected a method that lists");
});

it("the command line does not print a file", () => {
  expect(results.printed?.downloadReviews).toContain("say where to save it with --output");
});

it("what is deprecated is marked in types, methods, command line and docs", async () => {
  const source = (file: string) => readFile(copy.at(`packages/${file}`), "utf8");
  expect(await source("types/src/generated/openapi.ts")).toMatch(/@deprecated[^/]*\*\/\s+reviewer\?/);
  expect(await source("client/src/generated/operations.ts")).toMatch(
    /@deprecated(?:(?!\*\/)[\s\S])*\*\/\s+downloadReviewTable: \(/,
  );
  expect(await source("cli/src/generated/operations.ts")).toContain("Download the reviews as a table (deprecated)");
  expect(await textOf("downloadReviewTable.md")).toContain("# Download the reviews as a table deprecated");
  expect(await textOf("downloadReviewTable.html")).toMatch(/<h1>[^\n]*deprecated/i);
  expect(await textOf("updateReview.md")).toMatch(/`reviewer`.* deprecated/);
});

it("a refusal lists everything that is wrong in one run, without a stack trace", async () => {
  const session = { name: "session", in: "cookie", required: true, schema: { type: "string" } };
  const output = { name: "output", in: "query", schema: { type: "string" } };
  const get = { operationId: "getWrong", parameters: [session, output], responses: {} };
  await addToSpec({ paths: { "/wrong/{id}": { get } } });
  const refusal = String(
    await copy.node(inCopy, "--import", "./from-source.mjs", "generate.ts", "--dry-run").catch(String),
  );

  expect(refusal).toContain("the cookie parameter `session` cannot be sent");
  expect(refusal).toContain("the path parameter `id` is not described");
  expect(refusal).toContain("no successful response is described");
  expect(refusal).toContain("the mock does not support the place");
  expect(refusal).toContain("the property output collides with a flag");
  expect(refusal).not.toMatch(/\n +at .*\n/);
});

it("a spec of another structure is rejected with every place", async () => {
  await addToSpec({ paths: { "/wrong/{id}": { get: { parameters: {}, responses: "none" } } } });
  const refusal = String(await copy.node("spec", "scripts/build.ts").catch(String));

  expect(refusal).toMatch(/\d+:\d+ +error +struct +Expected type `ParameterList`/);
  expect(refusal).toMatch(/\d+:\d+ +error +struct +Expected type `Responses`/);
});
