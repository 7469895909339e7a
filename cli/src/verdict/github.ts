import type { Environment } from "../settings/api-key.js";
import { shortened } from "../text/plain-text.js";
import { uploadProblems } from "./print-table.js";
import type { ReportOutcome } from "./report-outcome.js";

const maxAnnotations = 10;
const maxMessage = 2_000;

/** Returns whether this is a step of GitHub Actions. */
export function isGithub({ GITHUB_ACTIONS }: Environment): boolean {
  return GITHUB_ACTIONS === "true";
}

/** Returns workflow commands that mark failed tests and upload problems on the page of the build. */
export function annotations(outcome: ReportOutcome): string {
  const failures = outcome.failed_tests
    .slice(0, maxAnnotations)
    .map(({ title, file, message = "failed" }) =>
      command("error", shortened(message, maxMessage), { title: shortened(title), file: shortened(file) }),
    );
  const warnings = [
    ...uploadProblems(outcome).flatMap(({ title, items }) => items.map(({ text }) => `${title}: ${text}`)),
    ...(outcome.error ? [outcome.error] : []),
  ].map((message) => command("warning", shortened(message, maxMessage), { title: "Testsigma" }));
  return [...failures, ...warnings.slice(0, maxAnnotations)].map((line) => `${line}\n`).join("");
}

/** Returns the step's outputs, so that later steps can use them. */
export function outputs({ run, tests, cases, exit_code }: ReportOutcome): string {
  const values = {
    run_id: run?.id,
    human_id: run?.human_id,
    title: run?.title,
    is_closed: run?.is_closed,
    ...tests,
    recorded: cases?.recorded,
    exit_code,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${String(value ?? "").replace(/[\r\n]+/g, " ")}\n`)
    .join("");
}

function command(kind: "error" | "warning", message: string, properties: Readonly<Record<string, string>>): string {
  const filled = Object.entries(properties).filter(([, value]) => value);
  const list = filled.map(([name, value]) => `${name}=${escaped(value).replace(/:/g, "%3A").replace(/,/g, "%2C")}`);
  return `::${kind} ${list.join(",")}::${escaped(message)}`;
}

/** Escapes a text: a line break would end the command, and GitHub reads older commands in the middle of a line. */
function escaped(text: string): string {
  return text
    .replace(/##(?=\w*\[)/g, "# #")
    .replace(/%/g, "%25")
    .replace(/\r/g, "%0D")
    .replace(/\n/g, "%0A");
}
