import { readFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { oldestNode, oldestNodeBinary } from "../src/oldest-node.ts";
import { readManifest } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

const folder = inject("folder");
const nodes = [
  { version: process.versions.node, node: process.execPath },
  { version: oldestNode, node: oldestNodeBinary() },
];

describe.each(["npm", "pnpm"])("installed with %s", (installer) => {
  describe.each(nodes)("on Node $version", ({ version, node }) => {
    it.each([
      ["an ES module", "smoke.mjs"],
      ["require()", "smoke.cjs"],
    ])("works from %s", async (_, script) => {
      const { stdout } = await succeed(node, [script], { cwd: join(folder, installer) });

      expect(JSON.parse(stdout)).toEqual({
        node: version,
        runs: ["DEMO-R-1", "DEMO-R-1", "DEMO-R-1"],
        json: "3.1.0",
        yaml: "openapi: 3.1.0",
      });
    });

    it.each([
      ["testsigma-tms-mock", "@testsigma-tms/mock"],
      ["testsigma-tms", "@testsigma-tms/cli"],
    ])("has the command %s", async (command, name) => {
      const cwd = join(folder, installer);
      const env = { PATH: [join(cwd, "node_modules/.bin"), dirname(node), process.env.PATH].join(delimiter) };
      const { stdout } = await succeed(command, ["--version"], { cwd, env });

      expect(stdout.trim()).toBe(readManifest(join(cwd, "node_modules", name)).version);
    });
  });
});

it("brings no package that runs something when it is installed", async () => {
  const lock = JSON.parse(await readFile(join(folder, "npm/package-lock.json"), "utf8"));
  const packages: [string, { hasInstallScript?: true; dev?: true }][] = Object.entries(lock.packages);

  const withScript = packages.filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
  expect(withScript.map(([path]) => path)).toEqual([]);
  expect(packages.length).toBeGreaterThan(5);
});
