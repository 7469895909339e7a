import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { oldestNode, oldestNodeBinary } from "./src/oldest-node.ts";
import { succeed } from "./src/run.ts";

const cwd = join(inject("folder"), "npm");
const nodes = [
  { version: process.versions.node, node: process.execPath },
  { version: oldestNode, node: await oldestNodeBinary() },
];

describe.each(nodes)("on Node $version", ({ version, node }) => {
  it.each(["import", "require"])("works by %s", async (way) => {
    const { stdout } = await succeed(node, ["smoke.mjs", way], { cwd });

    expect(JSON.parse(stdout)).toEqual({
      node: version,
      runs: ["DEMO-R-1", "DEMO-R-1", "DEMO-R-1"],
      json: "3.1.0",
      yaml: "openapi: 3.1.0",
    });
  });
});

it("brings no package that runs something when it is installed", async () => {
  const lock = JSON.parse(await readFile(join(cwd, "package-lock.json"), "utf8"));
  const packages: [string, { hasInstallScript?: true }][] = Object.entries(lock.packages);

  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  expect(packages.length).toBeGreaterThan(5);
});
