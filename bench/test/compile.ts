import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/**
 * Type-checks a program in a folder that `generateClient` wrote, and returns the number of types that the compiler
 * instantiated; rejects with the compiler's errors.
 */
export async function compile(folder: string, program: string): Promise<number> {
  await writeFile(join(folder, "program.ts"), program);
  const config = join(folder, "tsconfig.program.json");
  await writeFile(config, JSON.stringify({ extends: "./tsconfig.json", files: ["program.ts"] }));
  const { stdout } = await x(process.execPath, [tsc, "-p", config, "--extendedDiagnostics"]);
  if (stdout.includes("error TS")) throw new Error(stdout);
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1]);
}
