import { readOnly } from "../../errors/upload-error.js";
import { findProject } from "../../find/find-project.js";
import { findRun } from "../../find/find-run.js";
import type { Run } from "../../service/service.js";
import type { Settings } from "../../settings/definitions.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";

/** Finds the run that a verb names. */
export async function openRun(wanted: string, settings: Settings, io: CommandIo) {
  const service = connect(io, settings);
  return readOnly(async () => {
    const { id: projectId } = await findProject(service, settings.project);
    const run = await findRun(service, projectId, wanted);
    return { service, run, key: { projectId, runId: run.id } };
  });
}

/** Prints a run for programs: its id, or JSON. */
export function printRun(
  { id, humanId, title, status }: Run,
  { json }: Settings,
  { writeOut }: CommandIo,
  more: object = {},
): void {
  const run = { id, human_id: humanId ?? null, title, status, ...more };
  writeOut(json ? `${JSON.stringify(run, undefined, 2)}\n` : `${id}\n`);
}

/** Returns a run's name for people. */
export function nameRun({ id, humanId, title }: Run): string {
  return `${humanId ?? id} "${title}"`;
}
