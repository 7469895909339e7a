import { basename } from "node:path";
import { UsageError } from "../verdict/usage-error.js";
import type { CiBuild } from "./ci.js";
import { didYouMean } from "./did-you-mean.js";

const names = ["repo", "workflow", "ref", "run_number", "sha", "date"];
const ciTemplate = "{repo} {workflow} {ref} #{run_number}";
const localTemplate = "{repo} local {date}";

/**
 * Fills the template of a run's title. The same build always gets the same title, so that a re-run finds its run.
 *
 * @throws {UsageError} for a variable that does not exist, or that is not known here
 */
export function runTitle(
  template: string | undefined,
  build: CiBuild | undefined,
  { cwd = process.cwd(), now = new Date() }: { cwd?: string; now?: Date } = {},
): string {
  const known: Readonly<Record<string, string>> = {
    repo: basename(cwd),
    date: now.toISOString().slice(0, 19).replace("T", " "),
    ...build?.variables,
  };
  return (template ?? (build ? ciTemplate : localTemplate)).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value) return value;
    if (!names.includes(name)) {
      throw new UsageError(`--title: unknown variable {${name}}, known: ${names.join(", ")}${didYouMean(name, names)}`);
    }
    throw new UsageError(
      `--title: {${name}} is not known ${build ? `on ${build.name}` : "outside CI"}; give a title without it`,
    );
  });
}
