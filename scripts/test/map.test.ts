import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../src/repository.ts";

const scope = "@testsigma-tms/";
const read = (file: string) => readFileSync(join(repository, file), "utf8");
const [, map = ""] = /^## The map\n.*?^```\n(.*?)^```/ms.exec(read("README.md")) ?? [];

/** The folders of the map, each with those that an arrow says it is made from. */
const drawn = new Map(
  map
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [, folders = "", arrow = ""] = /^((?:[\w/]+,? )+) *(?:<- ([\w/, ]+?) {2})?/.exec(line) ?? [];
      const names = folders.match(/[a-z]+(?:\/[a-z]+)?(?=\/?[, ]|$)/g) ?? [];
      return names.filter((name) => isFolder(name)).map((name) => [name, arrow ? arrow.split(", ") : []] as const);
    }),
);

function isFolder(name: string): boolean {
  return name === "examples" || globSync(`${name}/package.json`, { cwd: repository }).length > 0;
}

const workspaces = globSync("{spec,cli,bench,scripts,{packages,test}/*}/package.json", { cwd: repository }).map(
  (file) => dirname(file).replaceAll("\\", "/"),
);

/** Returns the short names of the workspaces that a folder needs to be built and to run; those of its tests do not count. */
function needs(folder: string): string[] {
  const files = globSync(`${folder}/{src,scripts,reader}/**/*.ts`, { cwd: repository, exclude: ["**/soak.ts"] });
  const imported = files.flatMap((file) =>
    [...read(file).matchAll(/"@testsigma-tms\/([a-z]+)[/"]/g)].map(([, name = ""]) => name),
  );
  const { dependencies = {} } = JSON.parse(read(`${folder}/package.json`));
  const declared = Object.keys(dependencies)
    .filter((name) => name.startsWith(scope))
    .map((name) => name.replace(scope, ""));
  return [...new Set([...imported, ...declared])].filter(
    (name) => !["scripts", folder.split("/").at(-1)].includes(name),
  );
}

/** Returns what the arrows of a folder lead to, directly or through others. */
function reach(folder: string): Set<string> {
  const names = drawn.get(folder) ?? [];
  const further = names.flatMap((name) => [
    ...reach([...drawn.keys()].find((other) => other.split("/").at(-1) === name) ?? ""),
  ]);
  return new Set([...names, ...further]);
}

it("the map in the README names every folder", () => {
  expect([...drawn.keys()].sort()).toEqual([...workspaces, "examples"].sort());
});

it.each([...drawn].filter(([, arrows]) => arrows.length > 0))(
  "%s is made from what its arrow in the map says",
  (folder, arrows) => {
    const needed = needs(folder);
    expect(arrows.filter((name) => !needed.includes(name))).toEqual([]);
    expect(needed.filter((name) => !reach(folder).has(name))).toEqual([]);
  },
);

it("the spec needs no other package", () => {
  expect(needs("spec")).toEqual([]);
});
