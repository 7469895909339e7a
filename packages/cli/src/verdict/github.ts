import { appendFile } from "node:fs/promises";
import type { ReportOutcome } from "./report-outcome.js";

type Environment = Readonly<Record<string, string | undefined>>;

const maxAnnotations = 10;

/** Whether this is a step of GitHub Actions. */
export function isGithub({ GITHUB_ACTIONS }: Environment): boolean {
  return GITHUB_ACTIONS === "true";
}

/** Workflow commands that mark failed tests and problems of the upload on the page of the build. */
export function annotations(outcome: ReportOutcome): string {
  const failures = outcome.failed_tests
    .slice(0, maxAnnotations)
    .map(({ title, file, message = "failed" }) => command("error", message, { title, file }));
  const warnings = [
    ...outcome.unknown_cases.map(({ id, test, hint }) => `no test case ${id} (${test}): ${hint}`),
    ...outcome.not_recorded.map((entry) => `${entry.case} is not recorded: ${entry.reason}`),
    ...(outcome.error ? [outcome.error] : []),
  ].map((message) => command("warning", message, { title: "Testsigma" }));
  return [...failures, ...warnings.slice(0, maxAnnotations)].map((line) => `${line}\n`).join("");
}

/** Writes the step's outputs, so that later steps can use them. */
export async function writeOutputs(file: string, { run, tests, cases, exit_code }: ReportOutcome): Promise<void> {
  const outputs = {
    run_id: run?.id,
    human_id: run?.human_id,
    title: run?.title,
    is_closed: run?.is_closed,
    ...tests,
    recorded: cases?.recorded,
    exit_code,
  };
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}=${String(value ?? "").replace(/[\r\n]+/g, " ")}\n`,
  );
  await appendFile(file, lines.join(""));
}

function command(kind: "error" | "warning", message: string, properties: Readonly<Record<string, string>>): string {
  const given = Object.entries(properties).filter(([, value]) => value);
  const list = given.map(([name, value]) => `${name}=${escaped(value).replace(/:/g, "%3A").replace(/,/g, "%2C")}`);
  return `::${kind} ${list.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
