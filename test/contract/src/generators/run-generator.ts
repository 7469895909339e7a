import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Operation } from "@testsigma-tms/codegen";
import { x } from "tinyexec";
import type { Generator } from "./generator.ts";

const typescript = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const compilerOptions =
  "--ignoreConfig --noEmit --strict --skipLibCheck --allowImportingTsExtensions --target es2022 --lib es2022,dom,dom.iterable --module esnext --moduleResolution bundler";

/**
 * Generates a client from a document; resolves to the problems with it: a failure, a warning, an operation without a
 * function, code that does not compile. The list is empty if there are none.
 */
export async function runGenerator(
  generator: Generator,
  { installed, document, folder }: { installed: string; document: string; folder: string },
  operations: Operation[],
): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if (generator.config) await writeFile(join(folder, "config.mjs"), generator.config(document));
  const generated = await node(generator.args(installed, document, folder), folder);
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  if (generated.exitCode !== 0 || files.length === 0) return [`failed:\n${generated.printed}`];

  const code = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\n");
  const compiled = await node([typescript, ...compilerOptions.split(" "), ...files], folder);
  const complaints = [
    ...generated.printed.split("\n").filter((line) => /warn|deprecat|error|invalid|unsupported/i.test(line)),
    ...operations.filter(({ id }) => !nameOf(id).test(code)).map(({ id }) => `has no function ${id}`),
    ...compiled.printed.split("\n").filter((line) => line.includes("error TS")),
  ];
  return complaints.filter((line) => !generator.known?.test(line));
}

/** Matches a name that is made from an operation's, such as `useCreateTestRun` or `CreateTestRunBody`. */
const nameOf = (id: string) => new RegExp(`(\\b${id}|[A-Za-z]?${id[0]?.toUpperCase()}${id.slice(1)})(?![a-z])`);

async function node(args: string[], cwd: string) {
  const env = { NO_COLOR: "1", REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { stdout, stderr, exitCode } = await x(process.execPath, args, { nodeOptions: { cwd, env } });
  return { printed: `${stdout}${stderr}`.trim(), exitCode };
}
