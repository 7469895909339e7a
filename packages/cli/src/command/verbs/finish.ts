import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import type { Settings } from "../../settings/definitions.js";
import { annotations, isGithub, writeOutputs } from "../../verdict/github.js";
import { markdownSummary } from "../../verdict/markdown-summary.js";
import { printTable } from "../../verdict/print-table.js";
import type { ReportOutcome } from "../../verdict/report-outcome.js";
import type { CommandIo } from "../command-io.js";

/** Tells everybody what a report came to: people, programs, and the CI system's page. */
export async function finish(
  outcome: ReportOutcome,
  { json, summary }: Pick<Settings, "json" | "summary">,
  io: CommandIo,
): Promise<number> {
  const { environment, cwd, isTerminal, writeOut, writeError } = io;
  writeError(`\n${printTable(outcome, createColors(isTerminal && !environment.NO_COLOR))}`);
  if (json) writeOut(`${JSON.stringify(outcome, undefined, 2)}\n`);
  else if (outcome.run?.id && outcome.upload === "applied") writeOut(`${outcome.run.id}\n`);

  const summaryFile = summary
    ? resolve(cwd, summary)
    : isGithub(environment)
      ? environment.GITHUB_STEP_SUMMARY
      : undefined;
  if (summaryFile) await appendFile(summaryFile, markdownSummary(outcome));
  if (isGithub(environment)) {
    writeError(annotations(outcome));
    if (environment.GITHUB_OUTPUT) await writeOutputs(environment.GITHUB_OUTPUT, outcome);
  }
  return outcome.exit_code;
}
