import { closeRun, incompleteReason } from "../../apply/close-run.js";
import { readRunCases } from "../../apply/run-cases.js";
import { isTitleOf } from "../../apply/run-titles.js";
import { messageOf, readOnly, UploadError } from "../../errors/upload-error.js";
import { UsageError } from "../../errors/usage-error.js";
import { findProject } from "../../find/find-project.js";
import type { Run, RunKey, Service } from "../../service/service.js";
import { ciBuild } from "../../settings/ci.js";
import type { Settings } from "../../settings/definitions.js";
import { runTitle } from "../../settings/run-title.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";
import { connectionSettings, type Verb } from "../verb.js";
import { nameRun, openRun, printRun } from "./open-run.js";

/** `testsigma-tms run close`: closes a run, or every run of a build's title, and reads it back. */
export const runCloseVerb: Verb = {
  usage: "close [run]",
  description: "close a run, or all runs of --title, also those of later attempts; it cannot be opened again",
  settings: [...connectionSettings, "title", "close", "json"],
  examples: [
    "run close DEMO-R-7 --project DEMO",
    "run close DEMO-R-7 --project DEMO --close always   # also when test cases are untested",
    'run close --title "{repo} #{run_number}"           # the last job of a matrix, whose jobs use --close never',
  ],
  async run({ settings, args: [wanted] }, io) {
    if (wanted !== undefined) {
      const { service, key, run } = await openRun(wanted, settings, io);
      await close({ service, settings, io }, key, run);
      return exitCodes.done;
    }
    const { service, projectId, runs } = await openRuns(settings, io);
    let failure: unknown;
    for (const run of runs) {
      await close({ service, settings, io }, { projectId, runId: run.id }, run).catch((error) => {
        io.signal.throwIfAborted();
        io.writeError(`${messageOf(error)}\n`);
        failure ??= error;
      });
    }
    if (failure) throw failure;
    return exitCodes.done;
  },
};

/** Finds the open runs with a title, or the closed ones if none is open. */
async function openRuns(settings: Settings, io: CommandIo) {
  if (!settings.title) throw new UsageError("no run given: name it, or the runs of a build by --title");
  const title = runTitle(settings.title, { build: ciBuild(io.environment, io.ciName), ...io });
  const service = connect(io, settings);
  return readOnly(async () => {
    const { id: projectId } = await findProject(service, settings.project);
    const runs: Run[] = [];
    for await (const run of service.listRuns(projectId)) if (isTitleOf(title, run.title)) runs.push(run);
    if (runs.length === 0) throw new UsageError(`no run "${title}" in the project`);
    const open = runs.filter(({ status }) => status !== "CLOSED");
    return { service, projectId, runs: open.length > 0 ? open : runs };
  });
}

async function close(
  { service, settings, io }: { service: Service; settings: Settings; io: CommandIo },
  key: RunKey,
  run: Run,
): Promise<void> {
  if (run.status !== "CLOSED") {
    const runCases = await readOnly(() => readRunCases({ service }, key));
    const reason = incompleteReason(runCases, runCases.isWhole);
    if (settings.close === "complete" && reason) {
      const message = `${nameRun(run)} stays open: ${reason}; close it all the same with --close always`;
      throw new UploadError(message, { outcome: "rejected" });
    }
    await closeRun({ service, ...io }, key);
  }
  io.writeError(`${nameRun(run)} is CLOSED\n`);
  printRun({ ...run, status: "CLOSED" }, settings, io);
}
