import type { TestsigmaClient } from "@testsigma-tms/client";
import { readOnly } from "../../errors.js";
import { findProject, type Project } from "../../find/find-by-name.js";
import { findRun, type Run, type RunKey } from "../../find/find-run.js";
import type { Settings } from "../../settings/settings.js";
import { runUrl } from "../../verdict/report-outcome.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";

export async function openProject(
  settings: Settings,
  io: CommandIo,
): Promise<{ client: TestsigmaClient; project: Project }> {
  const client = connect(io, settings);
  return { client, project: await readOnly(() => findProject(client, settings.project)) };
}

export async function openRun(name: string, settings: Settings, io: CommandIo) {
  const { client, project } = await openProject(settings, io);
  const run = await readOnly(() => findRun(client, project.id, name));
  return { client, project, run, key: keyOf(project, run) };
}

export function keyOf({ id: project_id }: Project, { id: test_run_id }: Run): RunKey {
  return { project_id, test_run_id };
}

/** Prints a run for programs: its id, or JSON. */
export function printRun(run: Run, project: Project, settings: Settings, io: CommandIo, more = {}): void {
  const printed = { ...runJson(run, project, settings), ...more };
  io.writeOut(settings.json ? `${JSON.stringify(printed, undefined, 2)}\n` : `${run.id}\n`);
}

export function runJson(run: Run, project: Project, settings: Settings) {
  const { id, human_id = null, title, status } = run;
  return { id, human_id, title, status, url: runUrl(settings.runUrl, project.id, run) };
}
