import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diffApi } from "./src/diff-api.ts";

function documentOf(version: string, paths: string[]): string {
  const operation = { get: { responses: { 200: { description: "Fine." } } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Bikes", version },
    paths: Object.fromEntries(paths.map((path) => [path, operation])),
  });
}

it.each([
  { change: "a removed operation", from: "1.2.3", to: "1.3.0", verdict: "2.0.0", isHighEnough: false },
  { change: "a removed operation before 1.0.0", from: "0.2.3", to: "0.2.4", verdict: "0.3.0", isHighEnough: false },
  { change: "a removed operation before 1.0.0", from: "0.2.3", to: "0.3.0", verdict: "passed", isHighEnough: true },
  { change: "an added operation", from: "1.2.3", to: "1.2.4", verdict: "1.3.0", isHighEnough: false },
  { change: "no change", from: "1.0.0", to: "1.0.0", verdict: "passed", isHighEnough: true },
])(
  "after $change, $to after $from is high enough: $isHighEnough",
  async ({ change, from, to, verdict, isHighEnough }) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "diff-api-"));
    const [base, revision] = [join(folder.path, "base.json"), join(folder.path, "revision.json")];
    const both = ["/bikes", "/racks"];
    await writeFile(base, documentOf(from, change.startsWith("an added") ? ["/bikes"] : both));
    await writeFile(revision, documentOf(to, change.startsWith("a removed") ? ["/bikes"] : both));

    const diff = await diffApi(base, revision, "stylish");

    expect(diff.isHighEnough).toBe(isHighEnough);
    expect(diff.verdict).toContain(verdict);
    if (change !== "no change") expect(diff.report).toContain("/racks");
  },
);
