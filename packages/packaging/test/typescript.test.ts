import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { run } from "./run.ts";

const cwd = join(inject("folder"), "npm");

const compilers = { "5.4": "typescript-5.4", "5.9": "typescript-5.9", "7": "typescript" };
type Version = keyof typeof compilers;

/** Answers what the compiler reports for files of the consumer and all declarations that they reach. */
async function check(version: Version, files: string[], options: Record<string, unknown>): Promise<string> {
  const config = join(cwd, `tsconfig-${version}-${files[0]}-${options.moduleResolution}.json`);
  const compilerOptions = { target: "es2022", strict: true, skipLibCheck: false, noEmit: true, ...options };
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  const compiler = new URL("bin/tsc", import.meta.resolve(`${compilers[version]}/package.json`));
  const { stdout } = await run(process.execPath, [fileURLToPath(compiler), "-p", config], { cwd });
  return stdout;
}

/** A project for Node: `@types/node` and no `dom`. */
const nodeProject = { lib: ["es2022"], types: ["node"], resolveJsonModule: true };
/** A project for browsers: `dom` and no `@types/node`. */
const webProject = { lib: ["es2022", "dom"], types: [], module: "esnext", moduleResolution: "bundler" };

describe.each(["5.4", "5.9", "7"] as const)("TypeScript %s", (version) => {
  it.each([
    // Without import attributes, so without the JSON document.
    { moduleResolution: "node16", module: "node16", files: ["node.mts"] },
    { moduleResolution: "nodenext", module: "nodenext", files: ["node.mts", "openapi.mts"] },
    { moduleResolution: "bundler", module: "esnext", files: ["node.mts", "openapi.mts"] },
  ])("checks a Node project with moduleResolution $moduleResolution", async ({ files, ...resolution }) => {
    expect(await check(version, files, { ...nodeProject, ...resolution })).toBe("");
  });

  it("checks a web project", async () => {
    expect(await check(version, ["web.mts"], webProject)).toBe("");
  });
});

it.each(["5.9", "7"] as const)("TypeScript %s checks CommonJS files with nodenext", async (version) => {
  const options = { ...nodeProject, module: "nodenext", moduleResolution: "nodenext" };

  expect(await check(version, ["commonjs.cts"], options)).toBe("");
});
