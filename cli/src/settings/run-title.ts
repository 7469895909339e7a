import { basename } from "node:path";
import { UsageError } from "../errors.js";
import { didYouMean, plainText } from "../text/plain-text.js";
import { type Environment, keyHider, keyVariables } from "./api-key.js";
import type { CiBuild } from "./ci.js";

const names = ["repo", "workflow", "job", "ref", "run_number", "attempt", "sha", "date"];
const localTemplate = "{repo} local {date}";
const keyInTitle = "--title would put the API key into the title; nothing was sent";
/** Variables that differ from one build to the next. */
const ofBuild = /\{(?:run_number|sha|date|env\.\w+)\}/;

export interface TitleSources {
  readonly build: CiBuild | undefined;
  readonly environment?: Environment;
  /** @default the working directory */
  readonly cwd?: string;
  readonly now?: Date;
}

/** The title of the run that a build reports into. */
export interface RunTitle {
  readonly title: string;
  /** The title in the first attempt of the build; runs of later attempts add ` (attempt 2)` to it. */
  readonly firstTitle: string;
  /** Whether another build has another title. */
  readonly isOfBuild: boolean;
}

/**
 * Fills the template of a run's title. The same job in the same attempt of a build always gets the same title, so that
 * the same command finds its run again; a later attempt has a run of its own.
 *
 * @throws {UsageError} for a variable that does not exist or has no value here, and for a title that contains the API key
 */
export function runTitle(template: string | undefined, sources: TitleSources): RunTitle {
  const { build, environment = {}, cwd = process.cwd(), now = new Date() } = sources;
  const { attempt = 1 } = build ?? {};
  const known: Environment = {
    repo: basename(cwd),
    date: now.toISOString().slice(0, 19).replace("T", " "),
    ...build?.variables,
    ...(build?.attempt && { attempt: String(attempt) }),
  };
  const used = template ?? (build ? ciTemplate(known) : localTemplate);
  const filled = used.replace(/\{([\w.]+)\}/g, (_, name: string) => {
    const [values, key] = name.startsWith("env.") ? [environment, name.slice(4)] : [known, name];
    if (keyVariables.includes(key)) throw new UsageError(keyInTitle);
    return (Object.hasOwn(values, key) && values[key]) || missing(name, build);
  });
  if (keyHider(environment)(filled) !== filled) throw new UsageError(keyInTitle);
  const firstTitle = plainText(filled).toWellFormed().normalize("NFC").replace(/\s+/g, " ").trim();
  const isLater = attempt > 1 && !used.includes("{attempt}");
  return {
    title: isLater ? `${firstTitle} (attempt ${attempt})` : firstTitle,
    firstTitle,
    isOfBuild: ofBuild.test(used),
  };
}

function missing(name: string, build: CiBuild | undefined): never {
  if (!names.includes(name) && !name.startsWith("env.")) {
    throw new UsageError(
      `--title: unknown variable {${name}}; known variables: ${names.join(", ")}, env.NAME${didYouMean(name, names)}`,
    );
  }
  const place = name.startsWith("env.") ? "here" : build ? `on ${build.name}` : "outside CI";
  throw new UsageError(
    `--title: {${name}} has no value ${place}; use --title without it, such as --title "{repo} {env.BUILD_ID}"`,
  );
}

/** Leaves out what the CI system does not provide, except the number, without which two builds would share a run. */
function ciTemplate(known: Environment): string {
  const parts = ["workflow", "job", "ref"].filter((name) => known[name]);
  return ["{repo}", ...parts.map((name) => `{${name}}`), "#{run_number}"].join(" ");
}
