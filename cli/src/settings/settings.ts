import { defaultBaseUrl } from "virtual:operations";
import { UsageError } from "../errors.js";
import { type Environment, keyHider } from "./api-key.js";
import { choice, list, pairs, type Setting, seconds, text, toggle } from "./setting.js";

/** Every setting by its name, from which flag and environment variable are derived. */
export const settingDefinitions = {
  project: text("name", "project: name, prefix of its human ids, or UUID"),
  title: text(
    "template",
    'title of the run, with {repo} {workflow} {job} {ref} {run_number} {attempt} {sha} {date} {env.NAME}; default in CI: "{repo} {workflow} {job} {ref} #{run_number}"; a later attempt of the build adds (attempt 2)',
  ),
  run: text("run", "report into this run: human id, UUID, or exact title"),
  plan: text("uuid", "test plan that a new run is linked to"),
  label: list("name", "label of a new run; may be repeated"),
  user: text("user", "who executed the tests: e-mail address or UUID"),
  cases: choice(
    ["matched", "all"],
    "test cases of a new run: matched (those of the reports) or all (of the project, for shards; in the first attempt of a build)",
  ),
  close: choice(
    ["complete", "always", "never"],
    "when to close the run: complete (every test case has a result), always, or never",
  ),
  baseUrl: text("url", `base URL of the API; default: ${defaultBaseUrl}`),
  map: text("file", "JSON file that maps tests to test case ids"),
  matchTitle: toggle("match a test to the test case whose title is the test's name"),
  unmatched: choice(
    ["warn", "fail", "ignore"],
    "what to do with tests that name no test case, and with ids that the project does not have",
  ),
  repeated: choice(["worst", "last"], "if a report contains a test several times: use the worst result or the last"),
  statuses: pairs(
    ["passed", "failed", "blocked", "skipped"],
    "status=name",
    "your organization's name for passed, failed, blocked or skipped, such as failed=Broken; may be repeated",
  ),
  attachments: choice(
    ["on-failure", "all", "none"],
    "which files that the reports name to attach: on-failure (of failed and blocked tests), all, or none",
  ),
  failOn: choice(
    ["failed", "blocked", "skipped", "never"],
    "exit with 1 if a test has this result or a worse one, of skipped, blocked and failed; with failed, blocked tests do not count; never: only the upload counts",
  ),
  onUploadError: choice(
    ["fail", "warn"],
    "what to do if results cannot be recorded, or without an API key: fail, or warn and only check the test results",
  ),
  timeout: seconds(300, "time limit for all requests, in seconds, not counting the test command"),
  dryRun: toggle("show what would be recorded, and write nothing"),
  json: toggle("print the result as JSON"),
  summary: text("file", "append a Markdown summary to this file; default on GitHub: the step summary"),
  verbose: toggle("print every attempt of every request"),
  runUrl: text("template", "address of a run in the app, with {project_id}, {id} and {human_id}"),
};

/** The options of `report` under their headings, in the order of help. */
export const reportSettings = {
  "Which run": ["project", "title", "run", "plan", "label", "user", "cases", "close", "baseUrl"],
  "Which tests": ["map", "matchTitle", "unmatched", "repeated", "statuses", "attachments"],
  Verdict: ["failOn", "onUploadError", "timeout"],
  Output: ["dryRun", "json", "summary", "verbose"],
} as const satisfies Record<string, readonly SettingName[]>;

export type SettingName = keyof typeof settingDefinitions;

export type Settings = {
  readonly [Name in SettingName]: (typeof settingDefinitions)[Name] extends Setting<infer Value> ? Value : never;
};

/** Returns a setting's flag, such as `--on-upload-error` for `onUploadError`. */
export function flagOf(name: SettingName): string {
  return `--${name === "statuses" ? "status" : dashed(name, "-")}`;
}

/** Returns a setting's environment variable, such as `TESTSIGMA_ON_UPLOAD_ERROR` for `onUploadError`. */
export function environmentVariableOf(name: SettingName): string {
  return `TESTSIGMA_${dashed(name, "_").toUpperCase()}`;
}

function dashed(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => `${separator}${letter.toLowerCase()}`);
}

export interface SettingSources {
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly environment?: Environment;
}

/**
 * Resolves every setting: flag, then environment variable, then the default.
 *
 * @throws {UsageError} that names the source of the value, what is allowed and what it is
 */
export function readSettings({ flags = {}, environment = {} }: SettingSources): Settings {
  const hideKey = keyHider(environment);
  const names = Object.keys(settingDefinitions) as SettingName[];
  const settings = names.map((name) => {
    const definition = settingDefinitions[name];
    const isFlag = flags[name] !== undefined;
    const source = isFlag ? flagOf(name) : environmentVariableOf(name);
    const value = isFlag ? String(flags[name]) : environment[source] || undefined;
    const fail = (expected: string, hint = ""): never => {
      throw new UsageError(
        `${source}: expected ${expected}, got ${JSON.stringify(value)}${hint || "; nothing was sent"}`,
      );
    };
    if (value !== undefined && hideKey(value) !== value) {
      throw new UsageError(`${source} contains the API key; nothing was sent`);
    }
    return [name, value === undefined ? definition.default : definition.parse(value, fail)];
  });
  return Object.fromEntries(settings);
}
