import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createSpec } from "@testsigma-tms/codegen";
import { createMockFetch } from "@testsigma-tms/mock";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../src/growth/compile.ts";
import { generateClient } from "../src/growth/generate-client.ts";
import { measureGrowth } from "../src/growth/measure-growth.ts";
import { makeSpec } from "../src/growth/spec/make-spec.ts";

describe("a made-up spec", () => {
  it("has as many operations as wanted", () => {
    const { operations } = createSpec(makeSpec({ operations: 44, seed: 1, hostile: false }));

    expect(new Set(operations.map(({ id }) => id)).size).toBe(44);
  });

  it("is the same for the same seed, and another for another", () => {
    const [one, same, other] = [1, 1, 2].map((seed) => makeSpec({ operations: 10, seed, hostile: true }));

    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});

describe("more operations", () => {
  it("make one call no more expensive for the compiler, and add few bytes to the client", async () => {
    const few = await measureGrowth(5, { seed: 1, hostile: false, compilations: 1 });
    const many = await measureGrowth(45, { seed: 1, hostile: false, compilations: 1 });

    expect(many.useInstantiations).toBe(few.useInstantiations);
    expect(many.errorInstantiations).toBe(few.errorInstantiations);
    expect((many.clientBytes - few.clientBytes) / 40).toBeLessThanOrEqual(20);
    expect((many.validationBytes - few.validationBytes) / 40).toBeLessThanOrEqual(60);
  });
});

describe("a hostile spec", () => {
  const document = makeSpec({ operations: 40, seed: 3, hostile: true });
  let folder: string;
  let methods: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostile-"));
    methods = await generateClient(document, folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has the names and texts that break careless code", () => {
    const text = JSON.stringify(document);

    for (const name of ['"__proto__":', '"quoted\\"name":', "*/", "</script>"]) expect(text).toContain(name);
    expect(text).toContain('"children":');
    expect(methods.slice(0, 5)).toEqual(["constructor", "toString", "valueOf", "hasOwnProperty", "delete"]);
  });

  it("gives types, a client and validation that compile", async () => {
    const { errors } = await compile(folder, ["types/index.ts", "client/index.ts", "client/validation/index.ts"]);

    expect(errors).toBe("");
  });

  it("gives a client that reads everything from a mock of the same spec", async () => {
    const { createClient, validation } = await bundleClient(folder);
    const mock = createMockFetch({ spec: { ...document } });
    const client = createClient({ apiKey: "any-key", fetch: mock, validation: validation() });
    const reads = createSpec(document).operations.filter(({ method }) => method === "GET");

    for (const { id, parameters } of reads) {
      const path = parameters.filter(({ in: place }) => place === "path").map(({ name }) => [name, "1"]);
      expect(await client[id]?.(Object.fromEntries(path)), id).toHaveProperty("data");
    }
    expect(mock.requests.map(({ operation }) => operation)).toEqual(reads.map(({ id }) => id));
  });
});

/** Bundles the client and its validation, and imports them. */
async function bundleClient(folder: string): Promise<{
  createClient: (options: object) => Record<string, (input: object) => Promise<object>>;
  validation: () => object;
}> {
  const entry = join(folder, "entry.ts");
  await writeFile(entry, `export * from "./client/index.js";\nexport * from "./client/validation/index.js";\n`);
  const outfile = join(folder, "bundle.mjs");
  await build({ entryPoints: [entry], bundle: true, format: "esm", target: "es2022", outfile });
  return import(pathToFileURL(outfile).href);
}
