import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { installers, installTools } from "../src/installers.ts";
import { oldestNode, oldestNodeBinary } from "../src/oldest-node.ts";
import { pnpmSettings, tarballSpecs } from "../src/pack.ts";
import { readManifest } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

const names = ["@testsigma-tms/client", "@testsigma-tms/mock", "@testsigma-tms/cli"] as const;

const folder = join(inject("folder"), "installers");
const specs = tarballSpecs(inject("packed"));
const env = { PATH: [dirname(oldestNodeBinary()), process.env.PATH].join(delimiter) };
const tools = await installTools(folder, ["yarn", "bun"]);

/** The packages of this workspace that a published one depends on, directly or not. */
function siblingsOf(name: string): string[] {
  const { dependencies = {} } = readManifest(join(inject("folder"), "npm/node_modules", name));
  const direct = Object.keys(dependencies).filter((dependency) => dependency in specs);
  return [...direct, ...direct.flatMap(siblingsOf)];
}

describe.each(installers(tools, oldestNodeBinary()))("$name", ({ name: installer, program, args }) => {
  it.each(names)(`installs %s on Node ${oldestNode}, which it then runs on`, async (name) => {
    const cwd = join(folder, `${installer}-${name.replace(/\W/g, "")}`.replaceAll(" ", "-"));
    await mkdir(cwd);
    // Only what is needed: yarn 1 installs every resolution.
    const siblings = Object.fromEntries(siblingsOf(name).map((sibling) => [sibling, specs[sibling]]));
    const manifest = { dependencies: { [name]: specs[name] }, overrides: siblings, resolutions: siblings };
    await writeFile(join(cwd, "package.json"), JSON.stringify({ name: "consumer", version: "1.0.0", ...manifest }));
    await writeFile(
      join(cwd, "pnpm-workspace.yaml"),
      JSON.stringify({ ...JSON.parse(pnpmSettings(inject("packed"))), engineStrict: true, nodeVersion: oldestNode }),
    );

    await succeed(program, args, { cwd, env });

    const script = `console.log(process.version, typeof await import("${name}"))`;
    const { stdout } = await succeed(oldestNodeBinary(), ["--input-type=module", "--eval", script], { cwd });
    expect(stdout).toBe(`v${oldestNode} object\n`);
  });
});
