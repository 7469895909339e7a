import { readOnly } from "../../errors.js";
import { findProject } from "../../find/find-by-name.js";
import { findRun } from "../../find/find-run.js";
import type { Run } from "../../service/service.js";
import type { Settings } from "../../settings/settings.js";
import { runUrl } from "../../verdict/report-outcome.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";

/** Finds the run that a verb names. */
export async function openRun(name: string, settings: Settings, io: CommandIo) {
  const service = connect(io, settings);
  return readOnly(async () => {
    const { id: projectId } = await findProject(service, settings.project);
    const run = await findRun(service, projectId, name);
    return { service, run, key: { projectId, runId: run.id } };
  });
}

/** Prints a run for programs: its id, or JSON. */
export function printRun(
  run: Run,
  projectId: string,
  { json, runUrl }: Settings,
  { writeOut }: CommandIo,
  more = {},
): void {
  const printed = { ...runJson(run, projectId, runUrl), ...more };
  writeOut(json ? `${JSON.stringify(printed, undefined, 2)}\n` : `${run.id}\n`);
}

/** Returns a run as JSON has it. */
export function runJson({ id, humanId, title, status }: Run, projectId: string, template: string | undefined) {
  return { id, human_id: humanId ?? null, title, status, url: runUrl(template, projectId, { id, humanId }) };
}

/** Returns a run's name for people. */
export function nameRun({ id, humanId, title }: Run): string {
  return `${humanId ?? id} "${title}"`;
}
