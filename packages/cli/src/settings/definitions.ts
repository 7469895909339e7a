import { choice, list, optionalChoice, pairs, type Setting, seconds, text, toggle } from "./setting.js";

/** Every setting by its name in `testsigma-tms.config.json`, from which flag and environment variable are derived. */
export const settingDefinitions = {
  project: text("name", "project: name, prefix of its human ids, or UUID"),
  baseUrl: {
    ...text("url", "where the API lives (default: the first host of the spec)"),
    // The API key is sent there.
    isSafeInConfig: (url: unknown) => /^https:\/\/(?:[\w-]+\.)*testsigma\.com\//.test(`${url}/`),
  },
  title: text(
    "template",
    'title of the run, with {repo} {workflow} {job} {ref} {run_number} {attempt} {sha} {date} {env.NAME} (default in CI: "{repo} {workflow} {job} {ref} #{run_number}", so that a re-run finds its run)',
  ),
  run: text("run", "report into this run: human id, UUID, or exact title"),
  plan: text("uuid", "test plan that a new run is linked to"),
  label: list("name", "label of a new run; may be repeated"),
  user: text("user", "who executed the tests: e-mail address or UUID"),
  cases: choice(
    ["matched", "all"],
    "which test cases a new run holds: those of the reports, or all of the project (for shards)",
  ),
  close: choice(
    ["complete", "always", "never"],
    "close the run when everything is recorded: if no test case of it is untested, always, or never",
  ),
  ifExists: choice(
    ["next", "reuse", "fail"],
    "when the run of this title is closed with other results, or lacks a test case: report into the next title, such as <title> (attempt 2), or reject that; fail rejects every run that exists",
  ),
  onConflict: optionalChoice(
    ["worst", "replace", "fail"],
    "when another job recorded another result for a test case: the worse stays (default), ours replaces it (default in a later attempt of the build), or neither",
  ),
  unmatched: choice(["warn", "fail", "ignore"], "tests that no test case belongs to"),
  map: text("file", "JSON file of tests to ids of test cases"),
  matchTitle: toggle(false, "match a test to the test case whose title is the test's name"),
  repeated: optionalChoice(
    ["worst", "last"],
    "which attempt counts when a report holds several of one test: the worst (default), or the last; after a test command that passed, any that passed",
  ),
  requireTests: toggle(true, "fail when the reports hold no test"),
  failOn: choice(["failed", "blocked", "skipped", "never"], "exit with 1 when a test ended so, or worse"),
  onUploadError: choice(["fail", "warn"], "when results could not be recorded"),
  onMissingKey: choice(
    ["fail", "skip"],
    "without an API key: fail, or record nothing and judge the tests (pull requests from forks)",
  ),
  statuses: pairs(
    ["passed", "failed", "blocked", "skipped"],
    "status=name",
    "the organization's name of passed, failed, blocked or skipped, such as failed=Broken; may be repeated",
  ),
  attachments: choice(["on-failure", "all", "none"], "files that the reports name"),
  attachmentsRoot: {
    ...text("folder", "files may come from this folder too, besides the working directory and the reports' folders"),
    isSafeInConfig: () => false,
  },
  uniqueTitles: toggle(true, "after a create of unknown outcome that left no run, create the same title once more"),
  planFile: text("file", "where the plan is kept (default: a new file in .testsigma-tms, removed when all is done)"),
  timeout: seconds(300, "how long talking to the service may take in all, in seconds; the test command does not count"),
  verbose: toggle(false, "print every attempt of every request"),
  dryRun: toggle(false, "say what would be done, and write nothing"),
  json: toggle(false, "print the result as JSON"),
  summary: text("file", "add a Markdown summary to this file (default on GitHub: the step summary)"),
};

export type SettingName = keyof typeof settingDefinitions;

/** The value of every setting. */
export type Settings = {
  readonly [Name in SettingName]: (typeof settingDefinitions)[Name] extends Setting<infer Value> ? Value : never;
};

/** Returns a setting's flag: `--on-upload-error` for `onUploadError`, `--no-…` for a switch that is on by default. */
export function flagOf(name: SettingName): string {
  const prefix = settingDefinitions[name].default === true ? "--no-" : "--";
  return `${prefix}${name === "statuses" ? "status" : dashed(name, "-")}`;
}

/** Returns a setting's environment variable: `TESTSIGMA_ON_UPLOAD_ERROR` for `onUploadError`. */
export function environmentVariableOf(name: SettingName): string {
  return `TESTSIGMA_${dashed(name, "_").toUpperCase()}`;
}

function dashed(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => `${separator}${letter.toLowerCase()}`);
}

/** Returns the JSON schema of `testsigma-tms.config.json`. */
export function configSchema(): object {
  const properties = Object.entries(settingDefinitions).map(([name, { schema }]) => [name, schema]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "testsigma-tms.config.json",
    description: "Settings of the testsigma-tms command. Flags and environment variables win over them.",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}
