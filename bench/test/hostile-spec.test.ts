import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serveDocs } from "@testsigma-tms/docs";
import { launchChromium } from "@testsigma-tms/scripts/launch-chromium";
import { createSpec, readSpec } from "@testsigma-tms/spec/reader";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docsFiles, writeFiles } from "../../packages/docs/src/build-docs.ts";
import { createApi } from "../../packages/mock/src/api.ts";
import { listen } from "../../packages/mock/src/doors/start-mock.ts";
import { compile, generateClient } from "../../test/contract/src/generated-client.ts";
import { hostileSpec, thingExample } from "./hostile-spec.ts";

const spec = createSpec(hostileSpec);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hostile-"));
  const { document } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const { paths, components } = hostileSpec;
  const schemas = { ...document.components?.schemas, ...components?.schemas };
  await generateClient(
    { ...document, paths: { ...document.paths, ...paths }, components: { ...document.components, schemas } },
    folder,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const everything = `export * from "./client/index.js";
export * from "./client/validation.js";
`;

it("gives types, a client and validation that compile", async () => {
  await expect(compile(folder, everything)).resolves.toBeDefined();
});

it("gives a client that calls every operation of a mock of the same spec, with every parameter and example", async () => {
  const outfile = join(folder, "bundle.mjs");
  await writeFile(join(folder, "entry.ts"), everything);
  await build({ entryPoints: [join(folder, "entry.ts")], bundle: true, format: "esm", target: "es2022", outfile });
  const { createClient, validation } = await import(pathToFileURL(outfile).href);
  await using mock = await listen({}, { api: createApi(spec) });
  const client = createClient({ apiKey: "any-key", baseUrl: mock.url, validation: validation() });

  for (const { id, method, parameters } of spec.operations) {
    const named = Object.fromEntries(parameters.map(({ name }) => [name, "1"]));
    expect(await client[id]({ ...named, ...(method === "POST" && thingExample) }), id).toEqual(thingExample);
    if (method === "POST") expect(mock.requests.at(-1)?.body, id).toEqual(thingExample);
  }
  expect(mock.requests.map(({ operation }) => operation)).toEqual(spec.operations.map(({ id }) => id));
  expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  expect(globalThis).not.toHaveProperty("hacked");
});

it("gives docs that show every operation, and run nothing of its texts", async () => {
  const root = join(folder, "docs");
  await writeFiles(root, docsFiles(spec));
  await using docs = await serveDocs({ root });
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`${docs.url}/${spec.operations[0]?.id}.html`);

  for (const { id } of spec.operations) {
    expect(await page.locator(`#menu a[href="${id}.html"], [id="${id}"]`).count(), id).toBeGreaterThan(0);
  }
  expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
  expect(await page.locator('img, a[href^="javascript:"]').count()).toBe(0);
  expect(problems).toEqual([]);
});
