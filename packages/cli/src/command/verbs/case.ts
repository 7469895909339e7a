import { findProject } from "../../find/find-project.js";
import { findTestCases, hintForCaseId } from "../../find/find-test-cases.js";
import type { Settings } from "../../settings/definitions.js";
import { exitCodes } from "../../verdict/exit-codes.js";
import { readOnly } from "../../verdict/upload-error.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";

/** Runs `testsigma-tms case find`: prints the UUIDs of test cases, one a line in the order asked for. */
export async function caseFind(ids: readonly string[], settings: Settings, io: CommandIo): Promise<number> {
  const service = connect(io, settings.baseUrl);
  const { prefix, found } = await readOnly(async () => {
    const project = await findProject(service, settings.project);
    return { prefix: project.prefix, found: await findTestCases(service, project.id, ids) };
  });
  const missing = ids.filter((id) => !found.has(id));
  for (const id of missing) io.writeError(`no test case ${id}: ${hintForCaseId(id, prefix)}\n`);
  const cases = ids.flatMap((id) => found.get(id) ?? []);
  if (settings.json) {
    const bodies = cases.map(({ id, humanId, title }) => ({ id, human_id: humanId, title }));
    io.writeOut(`${JSON.stringify(bodies, undefined, 2)}\n`);
  } else {
    for (const { id, humanId, title } of cases) {
      io.writeError(`${humanId} ${title}\n`);
      io.writeOut(`${id}\n`);
    }
  }
  return missing.length > 0 ? exitCodes.rejected : exitCodes.done;
}
