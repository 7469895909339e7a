import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diffApi } from "../../src/release/diff-api.ts";

/** Returns a document with these paths. */
function documentOf(version: string, paths: string[]): string {
  const operation = { get: { responses: { 200: { description: "Fine." } } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Bikes", version },
    paths: Object.fromEntries(paths.map((path) => [path, operation])),
  });
}

it.each([
  {
    change: "a removed operation",
    from: "1.2.3",
    to: "2.0.0",
    tooLow: "1.3.0",
    before: ["/bikes", "/racks"],
    after: ["/bikes"],
  },
  {
    change: "a removed operation before 1.0.0",
    from: "0.2.3",
    to: "0.3.0",
    tooLow: "0.2.4",
    before: ["/bikes", "/racks"],
    after: ["/bikes"],
  },
  {
    change: "an added operation",
    from: "1.2.3",
    to: "1.3.0",
    tooLow: "1.2.4",
    before: ["/bikes"],
    after: ["/bikes", "/racks"],
  },
])("asks for $to after $change, and says why", async ({ from, to, tooLow, before, after }) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "diff-api-"));
  const base = join(folder.path, "base.json");
  const revision = join(folder.path, "revision.json");
  await writeFile(base, documentOf(from, before));

  await writeFile(revision, documentOf(tooLow, after));
  const rejected = await diffApi(base, revision, "stylish");
  await writeFile(revision, documentOf(to, after));
  const accepted = await diffApi(base, revision, "stylish");

  expect(rejected.isHighEnough).toBe(false);
  expect(rejected.verdict).toContain(to);
  expect(rejected.report).toContain("/racks");
  expect(accepted.isHighEnough).toBe(true);
});

it("finds nothing where nothing changed", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "diff-api-"));
  const file = join(folder.path, "openapi.json");
  await writeFile(file, documentOf("1.0.0", ["/bikes"]));

  expect(await diffApi(file, file, "stylish")).toMatchObject({ isHighEnough: true });
});
