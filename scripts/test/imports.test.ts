import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path/posix";
import { expect, it } from "vitest";
import { repository } from "../src/repository.ts";

/**
 * Returns which folders of a package's source, or files outside of folders, import from which, with an import as
 * proof. Generated files belong to the stage that uses them.
 */
async function arrowsIn(source: string): Promise<Map<string, Map<string, string>>> {
  const arrows = new Map<string, Map<string, string>>();
  const stageOf = (file: string) => file.split("/")[0] ?? file;
  for (const file of globSync("**/*.ts", { cwd: join(repository, source) }).map((name) => name.replaceAll("\\", "/"))) {
    const text = await readFile(join(repository, source, file), "utf8");
    for (const [, specifier = ""] of text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      const target = join(dirname(file), specifier).replace(/\.js$/, ".ts");
      const [from, to] = [stageOf(file), stageOf(target)];
      if (target.startsWith("..") || from === to || [from, to].includes("generated")) continue;
      const imports = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, imports.set(to, `${file} imports ${target}`));
    }
  }
  return arrows;
}

/** Returns the imports that lead from a stage back to one that it is made from. */
function upwardArrows(arrows: Map<string, Map<string, string>>): string[] {
  const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean => {
    if (from === wanted) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(arrows.get(from)?.keys() ?? [])].some((next) => reaches(next, wanted, seen));
  };
  return [...arrows].flatMap(([from, imports]) =>
    [...imports].filter(([to]) => reaches(to, from)).map(([, proof]) => proof),
  );
}

const sources = globSync("{cli,bench,scripts,{packages,test}/*}/src", { cwd: repository }).map((path) =>
  path.replaceAll("\\", "/"),
);

it.each(sources)("no stage of %s imports from one that imports from it", async (source) => {
  expect(upwardArrows(await arrowsIn(source))).toEqual([]);
});
