import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { run } from "./run.ts";

const compilers = { "5.4": "typescript-5.4", "5.9": "typescript-5.9", "7": "typescript" };

/** Returns what a compiler reports for files of the npm consumer and for all declarations that they reach. */
export async function typeCheck(
  version: keyof typeof compilers,
  files: string[],
  options: Record<string, unknown>,
): Promise<string> {
  const cwd = join(inject("folder"), "npm");
  const config = join(cwd, `tsconfig-${version}-${files[0]}-${options.moduleResolution}.json`);
  const compilerOptions = { target: "es2022", strict: true, skipLibCheck: false, noEmit: true, ...options };
  await writeFile(config, JSON.stringify({ compilerOptions, files }));
  const compiler = new URL("bin/tsc", import.meta.resolve(`${compilers[version]}/package.json`));
  const { stdout } = await run(process.execPath, [fileURLToPath(compiler), "-p", config], { cwd });
  return stdout;
}
