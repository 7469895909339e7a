import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { run, succeed } from "./run.ts";

/** The result of `redocly diff` for two documents of the API. */
export interface ApiDiff {
  /** Every change with its impact. */
  report: string;
  /** The last sentence of the report: the version that is required, and the actual one. */
  verdict: string;
  /** Whether the newer document has at least the required version. */
  isHighEnough: boolean;
}

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

function runRedocly(args: string[], cwd: string) {
  const env = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return run(process.execPath, [redocly, ...args], { cwd, env });
}

/**
 * Compares two OpenAPI documents by their content and by their `info.version`. Before 1.0.0, a breaking change requires
 * a minor version.
 *
 * @param base a bundle, like `revision`: a removed reference would not count as a breaking change
 * @param format "stylish" or "markdown"
 */
export async function diffApi(base: string, revision: string, format: string): Promise<ApiDiff> {
  const args = ["diff", base, revision, "--format", format, "--fail-on", "none", "--check-version"];
  const { exitCode, stdout, stderr } = await runRedocly(args, dirname(revision));
  const verdict = stderr.trim().split("\n").at(-1)?.trim() ?? "";
  if (!/^[✅❌]/u.test(verdict)) throw new Error(`Comparing ${base} with ${revision} failed:\n${stderr}${stdout}`);
  return { report: stdout.trim(), verdict, isHighEnough: exitCode === 0 };
}

/** Writes a document, with everything that it refers to, into a folder; resolves to the path of the file. */
export async function bundle(document: string, folder: string, name: string): Promise<string> {
  const [file, config] = [join(folder, name), join(folder, "no-rules.yaml")];
  // Without the spec's own rules, whose modules an older version cannot import from there. `diff` would find a redocly.yaml.
  await writeFile(config, "extends: []\n");
  const { exitCode, stderr } = await runRedocly(["bundle", document, "--output", file, "--config", config], folder);
  if (exitCode !== 0) throw new Error(`Bundling ${document} failed:\n${stderr}`);
  return file;
}

/** Returns the tag of the last release that this checkout contains; `undefined` before the first. */
export async function lastRelease(root: string): Promise<string | undefined> {
  const args = ["describe", "--tags", "--abbrev=0", "--match=v*"];
  const { exitCode, stdout } = await run("git", args, { cwd: root });
  return exitCode === 0 ? stdout.trim() : undefined;
}

/** Writes the spec of a tag into a folder; resolves to the path of its document. */
export async function specAt(root: string, tag: string, folder: string): Promise<string> {
  const archive = join(folder, "spec.tar");
  await succeed("git", ["archive", "--output", archive, tag, "spec"], { cwd: root });
  await succeed("tar", ["-xf", archive, "-C", folder], { cwd: folder });
  return join(folder, "spec/openapi.yaml");
}
