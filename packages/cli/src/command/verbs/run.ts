import { resolve } from "node:path";
import { createRun } from "../../apply/create-run.js";
import { importReports } from "../../apply/import-reports.js";
import { readRunCases } from "../../apply/run-cases.js";
import { closeRun, untestedCases } from "../../close/close-run.js";
import { findProject } from "../../find/find-project.js";
import { findRun } from "../../find/find-run.js";
import { findTestCases, hintForCaseId } from "../../find/find-test-cases.js";
import { findReports } from "../../read/find-reports.js";
import type { Run } from "../../service/service.js";
import { ciBuild } from "../../settings/ci.js";
import type { Settings } from "../../settings/definitions.js";
import { runTitle } from "../../settings/run-title.js";
import { exitCodes } from "../../verdict/exit-codes.js";
import { readOnly, UploadError } from "../../verdict/upload-error.js";
import { UsageError } from "../../verdict/usage-error.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";

/** Runs `testsigma-tms run create`: creates a run, or finds the one of this title, and prints its id. */
export async function runCreate(caseIds: readonly string[], settings: Settings, io: CommandIo): Promise<number> {
  const title = runTitle(settings.title, ciBuild(io.environment), { cwd: io.cwd });
  if (settings.cases !== "all" && caseIds.length === 0) {
    throw new UsageError("no test cases given: name them with --case, or take all of the project with --cases all");
  }
  const service = connect(io, settings.baseUrl);
  const { project, found } = await readOnly(async () => {
    const { id, prefix } = await findProject(service, settings.project);
    return { project: { id, prefix }, found: await findTestCases(service, id, caseIds) };
  });
  const missing = caseIds.find((id) => !found.has(id));
  if (missing)
    throw new UsageError(`no test case ${missing}: ${hintForCaseId(missing, project.prefix)}; nothing was created`);

  const { ifExists, uniqueTitles, label: labels, plan: planId } = settings;
  const cases = settings.cases === "all" ? "all" : Array.from(found.values(), ({ id }) => id);
  const description = "Created with testsigma-tms.";
  const { run, how } = await createRun(
    { service, clock: io.clock, signal: io.signal, onProgress: (message) => io.writeError(`${message}\n`) },
    { projectId: project.id, run: { title, description, ifExists, uniqueTitles, cases, planId, labels } },
  );
  if (run.status !== "ACTIVE") {
    throw new UploadError(
      `the run "${title}" exists and is ${run.status}; use another --title, or --if-exists suffix`,
      {
        outcome: "rejected",
      },
    );
  }
  io.writeError(`${how} run ${inWords(run)}\n`);
  printRun(run, settings, io);
  return exitCodes.done;
}

/** Runs `testsigma-tms run find`: prints the id of a run. */
export async function runFind(wanted: string, settings: Settings, io: CommandIo): Promise<number> {
  const { run } = await openRun(wanted, settings, io);
  io.writeError(`${inWords(run)} is ${run.status}\n`);
  printRun(run, settings, io);
  return exitCodes.done;
}

/** Runs `testsigma-tms run import`: hands JUnit XML to the service's own import. */
export async function runImport(
  wanted: string,
  patterns: readonly string[],
  settings: Settings,
  io: CommandIo,
): Promise<number> {
  const reports = await findReports(patterns, { cwd: io.cwd });
  const { service, key, run } = await openRun(wanted, settings, io);
  if (run.status !== "ACTIVE") throw new UploadError(`${inWords(run)} is ${run.status}`, { outcome: "rejected" });
  const notImported = await importReports(
    { service, clock: io.clock, signal: io.signal, onProgress: (message) => io.writeError(`${message}\n`) },
    key,
    { reports: reports.map((report) => resolve(io.cwd, report)) },
  );
  for (const { report, reason } of notImported) io.writeError(`${report}: ${reason}\n`);
  io.writeError(`imported ${reports.length - notImported.length} of ${reports.length} reports into ${inWords(run)}\n`);
  printRun(run, settings, io);
  if (notImported.some(({ isUnknown }) => isUnknown)) return exitCodes.unknown;
  return notImported.length > 0 ? exitCodes.partlyRecorded : exitCodes.done;
}

/** Runs `testsigma-tms run close`: closes a run and reads it back. */
export async function runClose(wanted: string, settings: Settings, io: CommandIo): Promise<number> {
  const { service, key, run } = await openRun(wanted, settings, io);
  if (run.status !== "CLOSED") {
    const { cases, isWhole } = await readOnly(() => readRunCases({ service }, key));
    const untested = untestedCases(cases.values()).length;
    if (settings.close === "complete" && (untested > 0 || !isWhole)) {
      const reason =
        untested > 0
          ? `${untested} of its ${cases.size} test cases are untested`
          : "its list of test cases cannot be read to its end, others may be untested";
      throw new UploadError(`${inWords(run)} stays open: ${reason}; close it all the same with --close always`, {
        outcome: "rejected",
      });
    }
    await closeRun({ service, clock: io.clock, signal: io.signal }, key);
  }
  io.writeError(`${inWords(run)} is CLOSED\n`);
  printRun({ ...run, status: "CLOSED" }, settings, io);
  return exitCodes.done;
}

/** Runs `testsigma-tms run status`: prints how many test cases of a run have which result. */
export async function runStatus(wanted: string, settings: Settings, io: CommandIo): Promise<number> {
  const { service, key, run } = await openRun(wanted, settings, io);
  const runCases = await readOnly(() => readRunCases({ service }, key));
  const cases = [...runCases.cases.values()];
  const counts: Record<string, number> = {};
  for (const { statusName } of cases) counts[statusName || "no result"] = (counts[statusName || "no result"] ?? 0) + 1;
  io.writeError(`${inWords(run)} is ${run.status}, ${runCases.isWhole ? "" : "at least "}${cases.length} test cases\n`);
  const width = Math.max(0, ...Object.keys(counts).map((name) => name.length));
  for (const [name, count] of Object.entries(counts)) io.writeError(`  ${name.padEnd(width)}  ${count}\n`);
  for (const { humanId, testCaseId, title, statusName } of cases.filter((runCase) =>
    /fail|block/i.test(runCase.statusName),
  )) {
    io.writeError(`  ${statusName}: ${humanId ?? testCaseId} ${title}\n`);
  }
  const results = cases.map(({ testCaseId, humanId, title, statusName }) => ({
    id: testCaseId,
    human_id: humanId ?? null,
    title,
    status: statusName,
  }));
  printRun(run, settings, io, { counts, results });
  return exitCodes.done;
}

async function openRun(wanted: string, settings: Settings, io: CommandIo) {
  const service = connect(io, settings.baseUrl);
  return readOnly(async () => {
    const { id: projectId } = await findProject(service, settings.project);
    const run = await findRun(service, projectId, wanted);
    return { service, run, key: { projectId, runId: run.id } };
  });
}

function printRun(
  { id, humanId, title, status }: Run,
  { json }: Settings,
  { writeOut }: CommandIo,
  more: object = {},
): void {
  const run = { id, human_id: humanId ?? null, title, status, ...more };
  writeOut(json ? `${JSON.stringify(run, undefined, 2)}\n` : `${id}\n`);
}

function inWords({ id, humanId, title }: Run): string {
  return `${humanId ?? id} "${title}"`;
}
