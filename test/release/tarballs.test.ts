import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { describe, expect, inject, it } from "vitest";
import { oldestNode } from "./src/oldest-node.ts";
import { publishedNames, readManifest } from "./src/published-packages.ts";
import { reachableFiles } from "./src/reachable-files.ts";
import { succeed } from "./src/run.ts";

function folderOf(name: string) {
  return join(inject("folder"), "npm/node_modules", name);
}

it("publishes every package of the workspace that is not private", async () => {
  const { stdout } = await succeed("pnpm", ["list", "--recursive", "--depth", "-1", "--json"], { cwd: repository });
  const packages: { name: string; private?: boolean }[] = JSON.parse(stdout);

  const names = packages.filter((workspacePackage) => !workspacePackage.private).map(({ name }) => name);
  expect(names.sort()).toEqual([...publishedNames].sort());
});

describe.each(publishedNames)("%s", (name) => {
  const files = readdirSync(folderOf(name), { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folderOf(name), file)).isFile())
    .sort();
  const manifest = readManifest(folderOf(name));

  it("contains licences, its README and only the files that its entries and its README reach", () => {
    const reachable = reachableFiles(folderOf(name), manifest);

    // If this lists an unneeded file, remove it from the build or from `files`.
    const others = files.filter(
      (file) => !reachable.has(file) && !/^(node_modules|package\.json|dist\/THIRD-PARTY-LICENSES\.txt)/.test(file),
    );
    expect(others).toEqual(["LICENSE", "README.md"]);
  });

  it("says its licence, that anyone may install it, and the oldest Node that it is tested on", () => {
    expect(manifest).toMatchObject({ license: "MIT", type: "module", publishConfig: { access: "public" } });
    if (/client|mock|cli/.test(name)) expect(manifest.engines).toEqual({ node: `>=${oldestNode.replace(/\.0$/, "")}` });
    // A bundler may leave out what is unused.
    if (/types|client/.test(name)) expect(manifest).toHaveProperty("sideEffects", false);
  });

  it("names its siblings by their version", () => {
    const dependencies = Object.entries(manifest.dependencies ?? {});
    const siblings = dependencies.filter(([sibling]) => sibling.startsWith("@testsigma-tms/"));

    expect(siblings).toEqual(siblings.map(([sibling]) => [sibling, readManifest(folderOf(sibling)).version]));
  });
});
