import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

export interface Compiled {
  /** The compiler's errors; empty if there are none. */
  errors: string;
  seconds: number;
  instantiations: number;
  megabytes: number;
}

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** Type-checks files in a folder written by {@link generateClient}. */
export async function compile(folder: string, files: string[]): Promise<Compiled> {
  const config = join(folder, "tsconfig.compile.json");
  await writeFile(config, JSON.stringify({ extends: "./tsconfig.json", files }));
  const { stdout } = await x(process.execPath, [tsc, "-p", config, "--extendedDiagnostics"]);
  const number = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(stdout)?.[1]);
  return {
    errors: stdout
      .split("\n")
      .filter((line) => line.includes("error TS"))
      .join("\n"),
    seconds: number("Total time"),
    instantiations: number("Instantiations"),
    megabytes: number("Memory used") / 1024,
  };
}
