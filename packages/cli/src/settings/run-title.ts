import { basename } from "node:path";
import { UsageError } from "../errors/usage-error.js";
import { keyVariables } from "./api-key.js";
import type { CiBuild } from "./ci.js";
import { didYouMean } from "./did-you-mean.js";

const names = ["repo", "workflow", "job", "ref", "run_number", "attempt", "sha", "date"];
const localTemplate = "{repo} local {date}";

/** The sources of the values in a title. */
export interface TitleSources {
  readonly build: CiBuild | undefined;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** @default the working directory */
  readonly cwd?: string;
  readonly now?: Date;
}

/**
 * Fills the template of a run's title. The same job of the same build always gets the same title, so that a re-run
 * finds its run.
 *
 * @throws {UsageError} for a variable that does not exist or has no value here
 */
export function runTitle(template: string | undefined, sources: TitleSources): string {
  const { build, environment = {}, cwd = process.cwd(), now = new Date() } = sources;
  const known: Readonly<Record<string, string | undefined>> = {
    repo: basename(cwd),
    date: now.toISOString().slice(0, 19).replace("T", " "),
    ...build?.variables,
    ...(build?.attempt && { attempt: String(build.attempt) }),
  };
  const valueFor = (name: string) => {
    const [values, key] = name.startsWith("env.") ? [environment, name.slice(4)] : [known, name];
    if (keyVariables.includes(key)) throw new UsageError(`--title: {${name}} is the API key, which no title may show`);
    return Object.hasOwn(values, key) ? values[key] : undefined;
  };
  return (template ?? (build ? ciTemplate(known) : localTemplate)).replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const value = valueFor(name);
    if (value) return value;
    if (!names.includes(name) && !name.startsWith("env.")) {
      throw new UsageError(
        `--title: unknown variable {${name}}, known: ${names.join(", ")}, env.NAME${didYouMean(name, names)}`,
      );
    }
    const place = name.startsWith("env.") ? "here" : build ? `on ${build.name}` : "outside CI";
    throw new UsageError(
      `--title: {${name}} is not known ${place}; use --title without it, such as --title "{repo} {env.BUILD_ID}"`,
    );
  });
}

/** Leaves out what the CI system does not provide, except the number, without which two builds would share a run. */
function ciTemplate(known: Readonly<Record<string, string | undefined>>): string {
  const parts = ["workflow", "job", "ref"].filter((name) => known[name]);
  return ["{repo}", ...parts.map((name) => `{${name}}`), "#{run_number}"].join(" ");
}
