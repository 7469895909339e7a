import type { SendContext } from "../../apply/apply-context.js";
import { closeRun, incompleteReason } from "../../apply/close-run.js";
import { readRunCases } from "../../apply/run-cases.js";
import { messageOf, readOnly, UploadError, UsageError } from "../../errors.js";
import { findProject } from "../../find/find-by-name.js";
import { isTitleOf } from "../../find/find-run.js";
import type { Run, RunKey, Service } from "../../service/service.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import type { Settings } from "../../settings/settings.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";
import { projectSettings, type Verb } from "../verb.js";
import { nameRun, openRun, printRun } from "./open-run.js";

/** `testsigma-tms run close`: closes a run, or every run of a build's title, and reads it back. */
export const runCloseVerb: Verb = {
  usage: "close [run]",
  summary: "close a run permanently, or all open runs of --title in any attempt",
  settings: projectSettings("title", "close", "json"),
  examples: [
    "run close DEMO-R-7 --project DEMO",
    "run close DEMO-R-7 --close always",
    'run close --title "{repo} #{run_number}"',
  ],
  async run({ settings, args: [name] }, io) {
    const { service, projectId, runs } =
      name === undefined ? await openRuns(settings, io) : await namedRun(name, settings, io);
    let failure: unknown;
    for (const run of runs) {
      await close({ service, settings, io }, { projectId, runId: run.id }, run).catch((error) => {
        io.signal.throwIfAborted();
        if (failure) io.writeError(`${messageOf(error)}\n`);
        failure ??= error;
      });
    }
    if (failure) throw failure;
    return exitCodes.done;
  },
};

async function namedRun(name: string, settings: Settings, io: CommandIo) {
  const { service, key, run } = await openRun(name, settings, io);
  return { service, projectId: key.projectId, runs: [run] };
}

/** Finds the open runs with a title, or the closed ones if none is open. */
async function openRuns(settings: Settings, io: CommandIo) {
  if (!settings.title) throw new UsageError("no run given: pass a run, or --title for all runs of a build");
  const { firstTitle } = runTitle(settings.title, { build: ciBuild(io.environment, io.ciName), ...io });
  const service = connect(io, settings);
  return readOnly(async () => {
    const { id: projectId } = await findProject(service, settings.project);
    const runs: Run[] = [];
    for await (const run of service.listRuns(projectId)) if (isTitleOf(firstTitle, run.title)) runs.push(run);
    if (runs.length === 0) throw new UsageError(`no run "${firstTitle}" in the project`);
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
    const onProgress = (message: string) => io.writeError(`${message}\n`);
    const reason = settings.close === "complete" && (await incompleteReasonOf({ service, ...io, onProgress }, key));
    if (reason) {
      const message = `${nameRun(run)} stays open: ${reason}; use --close always to close it anyway`;
      throw new UploadError(message, { outcome: "rejected" });
    }
    await closeRun({ service, ...io }, key);
  }
  io.writeError(`${nameRun(run)} is CLOSED\n`);
  printRun({ ...run, status: "CLOSED" }, key.projectId, settings, io);
}

const appearDelaysMs = [500, 1_000, 2_000, 4_000, 8_000, 14_500];

/** Returns why a run is not complete. The test cases of a new run can take some seconds to appear in it (observed). */
async function incompleteReasonOf(context: SendContext, key: RunKey): Promise<string | undefined> {
  const { clock, signal, onProgress } = context;
  for (const delayMs of appearDelaysMs) {
    const { cases, isWhole } = await readOnly(() => readRunCases(context, key));
    if (cases.size > 0) return incompleteReason({ cases, isWhole });
    if (delayMs === appearDelaysMs[0]) onProgress?.("the run has no test cases yet; waiting for them to appear");
    await clock.sleep(delayMs, signal);
  }
  return incompleteReason(await readOnly(() => readRunCases(context, key)));
}
