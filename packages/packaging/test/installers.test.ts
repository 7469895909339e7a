import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { oldestNode, oldestNodeBinary } from "../src/oldest-node.ts";
import { pnpmSettings, tarballSpecs } from "../src/pack.ts";
import { readManifest } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

// The mock is added once its dependencies accept the Node that it promises.
const names = ["@testsigma-tms/client"] as const;

const folder = join(inject("folder"), "installers");
const specs = tarballSpecs(inject("packed"));
const env = { PATH: [dirname(oldestNodeBinary()), process.env.PATH].join(delimiter) };

/** Each with the settings that make a wrong engine an error; Bun has none. */
const installers = {
  npm: { program: "npm", args: ["install", "--engine-strict", "--no-audit", "--no-fund", "--prefer-offline"] },
  pnpm: { program: "pnpm", args: ["install", "--prefer-offline"] },
  "yarn 1": {
    program: oldestNodeBinary(),
    args: [join(folder, "node_modules/yarn/bin/yarn.js"), "install", "--non-interactive", "--no-progress"],
  },
  bun: { program: join(folder, "node_modules/bun/bin/bun.exe"), args: ["install", "--no-progress"] },
};

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  const dependencies = { yarn: "1.22.22", bun: "1.4.5" };
  await writeFile(join(folder, "package.json"), JSON.stringify({ dependencies, allowScripts: { bun: true } }));
  await succeed("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], { cwd: folder });
});

/** The packages of this workspace that a published one depends on, directly or not. */
function siblingsOf(name: string): string[] {
  const { dependencies = {} } = readManifest(join(inject("folder"), "npm/node_modules", name));
  const direct = Object.keys(dependencies).filter((dependency) => dependency in specs);
  return [...direct, ...direct.flatMap(siblingsOf)];
}

describe.each(Object.entries(installers))("%s", (installer, { program, args }) => {
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
