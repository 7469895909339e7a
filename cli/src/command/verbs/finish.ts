import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { createColors } from "picocolors";
import { messageOf } from "../../errors.js";
import type { Settings } from "../../settings/settings.js";
import { annotations, isGithub, outputs } from "../../verdict/github.js";
import { markdownSummary } from "../../verdict/markdown-summary.js";
import { printTable } from "../../verdict/print-table.js";
import type { ReportOutcome } from "../../verdict/report-outcome.js";
import { type CommandIo, hasColors } from "../command-io.js";

/**
 * Tells people, programs and the CI system's page what was recorded. Returns the exit code, which does not change if a
 * file cannot be written.
 */
export async function finish(result: ReportOutcome, { json, summary }: Settings, io: CommandIo): Promise<number> {
  const { environment, cwd, hideKey, writeOut, writeError, writeCommands = writeError } = io;
  // Before anything is cut or escaped, which would leave a part of the key or a key that is not recognized.
  const outcome: ReportOutcome = JSON.parse(hideKey(JSON.stringify(result)));
  const write = (what: string, file: string, text: string) =>
    append(file, text).catch((error) => writeError(`${what} cannot be written: ${reasonOf(error)}\n`));
  const summaryFile = summary ? resolve(cwd, summary) : isGithub(environment) && environment.GITHUB_STEP_SUMMARY;
  if (summaryFile) await write("the summary", summaryFile, markdownSummary(outcome));
  if (isGithub(environment)) {
    writeCommands(annotations(outcome));
    if (environment.GITHUB_OUTPUT) await write("the step's outputs", environment.GITHUB_OUTPUT, outputs(outcome));
  }
  if (json) writeOut(`${JSON.stringify(outcome, undefined, 2)}\n`);
  else if (outcome.run?.id && outcome.upload === "applied") writeOut(`${outcome.run.id}\n`);
  // Last, because nothing follows the verdict.
  writeError(`\n${printTable(outcome, createColors(hasColors(io)))}`);
  return outcome.exit_code;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENXIO" ? "no one reads this pipe" : messageOf(error);
}

const { O_WRONLY, O_APPEND, O_CREAT, O_NONBLOCK = 0 } = constants;

/** Appends to a file. Fails at once, instead of waiting, if it is a pipe that no one reads. */
async function append(file: string, text: string): Promise<void> {
  const handle = await open(file, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}
