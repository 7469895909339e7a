import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, inject, it } from "vitest";
import { compareApi } from "../../src/release/compare-api.ts";

const folder = join(inject("folder"), "compare-api");
beforeAll(() => mkdir(folder));

/** Writes a document with these paths; resolves to its file. */
async function writeDocument(name: string, version: string, paths: string[]): Promise<string> {
  const operation = { get: { responses: { 200: { description: "Fine." } } } };
  const file = join(folder, `${name}.json`);
  const document = {
    openapi: "3.1.0",
    info: { title: "Bikes", version },
    paths: Object.fromEntries(paths.map((path) => [path, operation])),
  };
  await writeFile(file, JSON.stringify(document));
  return file;
}

it.each([
  { change: "a removed operation", version: "1.2.3", before: ["/bikes", "/racks"], after: ["/bikes"], bump: "major" },
  {
    change: "a removed operation before 1.0.0",
    version: "0.2.3",
    before: ["/bikes", "/racks"],
    after: ["/bikes"],
    bump: "minor",
  },
  { change: "an added operation", version: "1.2.3", before: ["/bikes"], after: ["/bikes", "/racks"], bump: "minor" },
  { change: "nothing", version: "1.2.3", before: ["/bikes"], after: ["/bikes"], bump: "none" },
])("asks for $bump after $change", async ({ change, version, before, after, bump }) => {
  const name = change.replaceAll(/\W/g, "-");
  const base = await writeDocument(`${name}-base`, version, before);
  const revision = await writeDocument(`${name}-revision`, version, after);

  const changes = await compareApi(base, revision);

  expect(changes.bump).toBe(bump);
  expect(changes.markdown.includes("/racks")).toBe(bump !== "none");
});
