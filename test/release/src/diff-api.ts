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

/**
 * Compares two OpenAPI documents by their content and by their `info.version`. Before 1.0.0, a breaking change requires
 * a minor version.
 *
 * @param format "stylish" or "markdown"
 */
export async function diffApi(base: string, revision: string, format: string): Promise<ApiDiff> {
  const args = [redocly, "diff", base, revision, "--format", format, "--fail-on", "none", "--check-version"];
  const env = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { exitCode, stdout, stderr } = await run(process.execPath, args, { cwd: dirname(revision), env });
  const verdict = stderr.trim().split("\n").at(-1)?.trim() ?? "";
  if (!/^[✅❌]/u.test(verdict)) throw new Error(`Comparing ${base} with ${revision} failed:\n${stderr}${stdout}`);
  return { report: stdout.trim(), verdict, isHighEnough: exitCode === 0 };
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
