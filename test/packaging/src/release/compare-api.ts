import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { run } from "../run.ts";
import { type ApiChange, describeChanges } from "./describe-changes.ts";

/** What changed between two documents of the API. */
export interface ApiChanges {
  /** The version of the older document. */
  since: string;
  /** How far the version must rise at least; `none` where nothing changed. */
  bump: "major" | "minor" | "patch" | "none";
  /** A Markdown list of the changes. */
  markdown: string;
}

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/**
 * Compares two OpenAPI documents. Before version 1.0.0 a breaking change is `minor`, as semantic versioning allows.
 *
 * @param base file of the older document; its `info.version` is what the bump starts from
 */
export async function compareApi(base: string, revision: string): Promise<ApiChanges> {
  const [report, next] = await Promise.all([diff(base, revision, "json"), diff(base, revision, "next-version")]);
  const { infoVersions, changes }: { infoVersions: { base: string }; changes: ApiChange[] } = JSON.parse(report);
  const since = infoVersions.base;
  const rises = (["major", "minor", "patch"] as const).find((_, index) => {
    return next.trim().split(".")[index] !== since.split(".")[index];
  });
  return { since, bump: rises ?? "none", markdown: describeChanges(changes) };
}

async function diff(base: string, revision: string, format: string): Promise<string> {
  const args = [redocly, "diff", base, revision, "--format", format, "--fail-on", "none"];
  const env = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { exitCode, stdout, stderr } = await run(process.execPath, args, { cwd: dirname(revision), env });
  if (exitCode !== 0) throw new Error(`Comparing ${base} with ${revision} failed:\n${stderr}${stdout}`);
  return stdout;
}
