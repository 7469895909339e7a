import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createSpec } from "@testsigma-tms/codegen";
import { serveDocs } from "@testsigma-tms/docs";
import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docsFiles, writeFiles } from "../../packages/docs/src/build-docs.ts";
import { listenFor } from "../../packages/mock/scripts/listen-for.ts";
import { compile } from "../src/growth/compile.ts";
import { generateClient } from "../src/growth/generate-client.ts";
import { measureGrowth } from "../src/growth/measure-growth.ts";
import {
  hostileFormats,
  hostileIds,
  hostileNames,
  hostileParameters,
  hostileTexts,
} from "../src/growth/spec/hostile.ts";
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

describe("a hostile spec of many operations", () => {
  it("has the names and texts that break careless code, and schemas that contain themselves", () => {
    const document = makeSpec({ operations: 200, seed: 1, hostile: true });
    const text = JSON.stringify(document);
    const { operations } = createSpec(document);

    for (const name of [
      ...hostileNames,
      ...hostileTexts,
      ...hostileParameters,
      ...hostileFormats,
      "children",
      "deeper",
    ]) {
      expect(text).toContain(JSON.stringify(name));
    }
    expect(operations.slice(0, hostileIds.length).map(({ id }) => id)).toEqual(hostileIds);
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
  const seed = 3;
  const document = makeSpec({ operations: 30, seed, hostile: true });
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hostile-"));
    await generateClient(document, folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gives types, a client and validation that compile", async () => {
    const { errors } = await compile(folder, ["types/index.ts", "client/index.ts", "client/validation/index.ts"]);

    expect(errors).toBe("");
  });

  it("gives a client that calls every operation of a mock of the same spec, with every parameter and example", async () => {
    const { createClient, validation } = await bundleClient(folder);
    const spec = createSpec(document);
    const { operations } = spec;
    await using mock = await listenFor(spec);
    const client = createClient({ apiKey: "any-key", baseUrl: mock.url, validation: validation() });

    for (const { id, method, parameters, requestBody } of operations) {
      const [content] = requestBody?.content ?? [];
      const [example = { value: { file: "<testsuites/>" } }] = Object.values(content?.examples ?? {});
      const named = Object.fromEntries(parameters.map(({ name }) => [name, "1"]));
      const result = await client[id]?.({ ...named, ...(content && (example.value as object)) });
      if (method === "DELETE") expect(result, id).toBeUndefined();
      else expect(result, id).toBeTypeOf("object");
      if (content?.examples && method === "POST" && content.mediaType === "application/json") {
        expect(mock.requests.at(-1)?.body, id).toEqual(example.value);
      }
    }
    expect(mock.requests.map(({ operation }) => operation)).toEqual(operations.map(({ id }) => id));
    expect(mock.requests.map(({ status }) => status)).toEqual(
      operations.map(({ method }) => (method === "DELETE" ? 204 : 200)),
    );
    expect(globalThis).not.toHaveProperty("hacked");
  });

  it("gives docs that show every operation, and run nothing of its texts", async () => {
    const root = join(folder, "docs");
    const few = createSpec(makeSpec({ operations: 12, seed, hostile: true }));
    await writeFiles(root, await docsFiles(few));
    await using docs = await serveDocs({ root });
    const browser = await launchChromium();
    try {
      for (const file of [`${few.operations[0]?.id}.html`, "reference.html"]) {
        const page = await browser.newPage();
        const problems: string[] = [];
        page.on("pageerror", ({ message }) => problems.push(message));
        page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
        await page.goto(`${docs.url}/${file}`);

        for (const { id } of few.operations) {
          const place = file === "reference.html" ? `[id="${id}"]` : `#menu a[href="${id}.html"], [id="${id}"]`;
          expect(await page.locator(place).count(), id).toBeGreaterThan(0);
        }
        expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
        expect(await page.locator('img, a[href^="javascript:"]').count()).toBe(0);
        expect(problems).toEqual([]);
      }
    } finally {
      await browser.close();
    }
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
