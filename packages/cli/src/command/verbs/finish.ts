import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import { messageOf } from "../../errors/upload-error.js";
import type { Settings } from "../../settings/definitions.js";
import { annotations, isGithub, writeOutputs } from "../../verdict/github.js";
import { markdownSummary } from "../../verdict/markdown-summary.js";
import { printTable } from "../../verdict/print-table.js";
import type { ReportOutcome } from "../../verdict/report-outcome.js";
import type { CommandIo } from "../command-io.js";

/**
 * Tells people, programs and the CI system's page what was recorded. Returns the exit code, which does not change if a
 * file cannot be written.
 */
export async function finish(
  outcome: ReportOutcome,
  { json, summary }: Pick<Settings, "json" | "summary">,
  io: CommandIo,
): Promise<number> {
  const { environment, cwd, isTerminal, writeOut, writeError, writeCommands = writeError } = io;
  writeError(`\n${printTable(outcome, createColors(isTerminal && !environment.NO_COLOR))}`);
  if (json) writeOut(`${JSON.stringify(outcome, undefined, 2)}\n`);
  else if (outcome.run?.id && outcome.upload === "applied") writeOut(`${outcome.run.id}\n`);

  const attempt = async (what: string, write: () => Promise<void>) =>
    write().catch((error) => writeError(`${what} cannot be written: ${messageOf(error)}\n`));
  const summaryFile = summary ? resolve(cwd, summary) : isGithub(environment) && environment.GITHUB_STEP_SUMMARY;
  if (summaryFile) await attempt("the summary", () => appendFile(summaryFile, markdownSummary(outcome)));
  if (isGithub(environment)) {
    writeCommands(annotations(outcome));
    const file = environment.GITHUB_OUTPUT;
    if (file) await attempt("the step's outputs", () => writeOutputs(file, outcome));
  }
  return outcome.exit_code;
}
