/** The form and the allowed values of a setting. */
export interface SettingDefinition {
  readonly kind: "text" | "choice" | "switch" | "list" | "pairs" | "number";
  /** The placeholder for the value in help, such as `<title>`. */
  readonly placeholder?: string;
  /** The values of a choice, or the names of pairs. */
  readonly allowed?: readonly string[];
  readonly default?: string | boolean | number | readonly string[];
  readonly description: string;
}

/** Every setting by its name in `testsigma-tms.config.json`, from which flag and environment variable are derived. */
export const settingDefinitions = {
  project: { kind: "text", placeholder: "<name>", description: "project: name, prefix of its human ids, or UUID" },
  baseUrl: {
    kind: "text",
    placeholder: "<url>",
    description: "where the API lives (default: the first host of the spec)",
  },
  title: {
    kind: "text",
    placeholder: "<template>",
    description:
      'title of the run, with {repo} {workflow} {job} {ref} {run_number} {attempt} {sha} {date} {env.NAME} (default in CI: "{repo} {workflow} {job} {ref} #{run_number}", so that a re-run finds its run)',
  },
  run: { kind: "text", placeholder: "<run>", description: "report into this run: human id, UUID, or exact title" },
  plan: { kind: "text", placeholder: "<uuid>", description: "test plan that a new run is linked to" },
  label: { kind: "list", placeholder: "<name>", default: [], description: "label of a new run; may be repeated" },
  user: { kind: "text", placeholder: "<user>", description: "who executed the tests: e-mail address or UUID" },
  cases: {
    kind: "choice",
    allowed: ["matched", "all"],
    default: "matched",
    description: "which test cases a new run holds: those of the reports, or all of the project (for shards)",
  },
  close: {
    kind: "choice",
    allowed: ["complete", "always", "never"],
    default: "complete",
    description: "close the run when everything is recorded: if no test case of it is untested, always, or never",
  },
  ifExists: {
    kind: "choice",
    allowed: ["next", "reuse", "fail"],
    default: "next",
    description:
      "when the run of this title is closed with other results, or lacks a test case: report into the next title, such as <title> (attempt 2), or reject that; fail rejects every run that exists",
  },
  onConflict: {
    kind: "choice",
    allowed: ["worst", "replace", "fail"],
    description:
      "when another job recorded another result for a test case: the worse stays (default), ours replaces it (default in a later attempt of the build), or neither",
  },
  unmatched: {
    kind: "choice",
    allowed: ["warn", "fail", "ignore"],
    default: "warn",
    description: "tests that no test case belongs to",
  },
  map: { kind: "text", placeholder: "<file>", description: "JSON file of tests to ids of test cases" },
  matchTitle: {
    kind: "switch",
    default: false,
    description: "match a test to the test case whose title is the test's name",
  },
  repeated: {
    kind: "choice",
    allowed: ["worst", "last"],
    description:
      "which attempt counts when a report holds several of one test: the worst (default), or the last; after a test command that passed, any that passed",
  },
  requireTests: { kind: "switch", default: true, description: "fail when the reports hold no test" },
  failOn: {
    kind: "choice",
    allowed: ["failed", "blocked", "skipped", "never"],
    default: "failed",
    description: "exit with 1 when a test ended so, or worse",
  },
  onUploadError: {
    kind: "choice",
    allowed: ["fail", "warn"],
    default: "fail",
    description: "when results could not be recorded",
  },
  onMissingKey: {
    kind: "choice",
    allowed: ["fail", "skip"],
    default: "fail",
    description: "without an API key: fail, or record nothing and judge the tests (pull requests from forks)",
  },
  statuses: {
    kind: "pairs",
    placeholder: "<status=name>",
    allowed: ["passed", "failed", "blocked", "skipped"],
    default: [],
    description: "the organization's name of a result, such as failed=Broken; may be repeated",
  },
  attachments: {
    kind: "choice",
    allowed: ["on-failure", "all", "none"],
    default: "on-failure",
    description: "files that the reports name",
  },
  attachmentsRoot: {
    kind: "text",
    placeholder: "<folder>",
    description: "files may come from this folder too, besides the working directory and the reports' folders",
  },
  uniqueTitles: {
    kind: "switch",
    default: true,
    description: "after a create of unknown outcome that left no run, create the same title once more",
  },
  planFile: {
    kind: "text",
    placeholder: "<file>",
    description: "where the plan is kept (default: a new file in .testsigma-tms, removed when all is done)",
  },
  timeout: {
    kind: "number",
    placeholder: "<seconds>",
    default: 300,
    description: "how long talking to the service may take in all, in seconds; the test command does not count",
  },
  verbose: { kind: "switch", default: false, description: "print every attempt of every request" },
  dryRun: { kind: "switch", default: false, description: "say what would be done, and write nothing" },
  json: { kind: "switch", default: false, description: "print the result as JSON" },
  summary: {
    kind: "text",
    placeholder: "<file>",
    description: "add a Markdown summary to this file (default on GitHub: the step summary)",
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitions;

type ValueOf<Definition> = Definition extends { kind: "switch" }
  ? boolean
  : Definition extends { kind: "number" }
    ? number
    : Definition extends { kind: "choice"; allowed: readonly (infer Value)[] }
      ? Definition extends { default: unknown }
        ? Value
        : Value | undefined
      : Definition extends { kind: "list" }
        ? readonly string[]
        : Definition extends { kind: "pairs"; allowed: readonly (infer Name extends string)[] }
          ? Readonly<Partial<Record<Name, string>>>
          : string | undefined;

/** The value of every setting. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof settingDefinitions)[Name]> };

/** Returns a setting's flag: `--on-upload-error` for `onUploadError`, `--no-…` for a switch that is on by default. */
export function flagOf(name: SettingName): string {
  const { default: value }: SettingDefinition = settingDefinitions[name];
  return `--${value === true ? "no-" : ""}${name === "statuses" ? "status" : dashed(name, "-")}`;
}

/** Returns a setting's environment variable: `TESTSIGMA_ON_UPLOAD_ERROR` for `onUploadError`. */
export function environmentVariableOf(name: SettingName): string {
  return `TESTSIGMA_${dashed(name, "_").toUpperCase()}`;
}

function dashed(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => `${separator}${letter.toLowerCase()}`);
}
