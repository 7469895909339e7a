import type { SendContext } from "../../apply/apply-context.js";
import { absenceIn, closeRun, incompleteReason } from "../../apply/close-run.js";
import { readRunCases } from "../../apply/run-cases.js";
import { messageOf, readOnly, UploadError, UsageError } from "../../errors.js";
import { isTitleOf, listRuns, nameRun, type Run, type RunKey } from "../../find/find-run.js";
import { arrayOf } from "../../find/list-all.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import type { Settings } from "../../settings/settings.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { projectSettings, type Verb } from "../verb.js";
import { keyOf, openProject, openRun, printRun } from "./open-run.js";

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
    const { client, project, runs } = await findRuns(name, settings, io);
    const context = { client, ...io, onProgress: (message: string) => io.writeError(`${message}\n`) };
    let failure: unknown;
    for (const run of runs) {
      try {
        if (run.status !== "CLOSED") await close(context, run, keyOf(project, run), settings);
        io.writeError(`${nameRun(run)} is CLOSED\n`);
        printRun({ ...run, status: "CLOSED" }, project, settings, io);
      } catch (error) {
        io.signal.throwIfAborted();
        if (failure) io.writeError(`${messageOf(error)}\n`);
        failure ??= error;
      }
    }
    if (failure) throw failure;
    return exitCodes.done;
  },
};

/** Finds a named run, or the open runs with a title, or the closed ones if none is open. */
async function findRuns(name: string | undefined, settings: Settings, io: CommandIo) {
  if (name !== undefined) {
    const { run, ...opened } = await openRun(name, settings, io);
    return { ...opened, runs: [run] };
  }
  if (!settings.title) throw new UsageError("no run given: pass a run, or --title for all runs of a build");
  const { firstTitle } = runTitle(settings.title, { build: ciBuild(io.environment, io.ciName), ...io });
  const { client, project } = await openProject(settings, io);
  const all = await readOnly(() => arrayOf(listRuns(client, project.id)));
  const runs = all.filter(({ title }) => isTitleOf(firstTitle, title));
  if (runs.length === 0) throw new UsageError(`no run "${firstTitle}" in the project`);
  const open = runs.filter(({ status }) => status !== "CLOSED");
  return { client, project, runs: open.length > 0 ? open : runs };
}

async function close(context: SendContext, run: Run, key: RunKey, settings: Settings): Promise<void> {
  const reason = settings.close === "complete" && (await incompleteReasonOf(context, run, key));
  if (reason) {
    const message = `${nameRun(run)} stays open: ${reason}; use --close always to close it anyway`;
    throw new UploadError(message, { outcome: "rejected" });
  }
  await closeRun(context, key);
}

const appearDelaysMs = [500, 1_000, 2_000, 4_000, 8_000, 14_500];

/** Returns why a run is not complete. The test cases of a new run can take some seconds to appear in it (observed). */
async function incompleteReasonOf(context: SendContext, run: Run, key: RunKey): Promise<string | undefined> {
  const { clock, signal, onProgress } = context;
  const read = () => readOnly(() => readRunCases(context, key));
  for (const delayMs of appearDelaysMs) {
    const runCases = await read();
    const reason = absenceIn(runCases, run);
    if (!reason) return incompleteReason(runCases, run);
    if (delayMs === appearDelaysMs[0]) onProgress?.(`${reason}; waiting for them to appear`);
    await clock.sleep(delayMs, signal);
  }
  return incompleteReason(await read(), run);
}
