import { readRunCases } from "../../apply/run-cases.js";
import { readOnly } from "../../errors/upload-error.js";
import { count } from "../../text/plain-text.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { projectSettings, type Verb, type VerbCall } from "../verb.js";
import { countResults, nameRun, openRun, printRun } from "./open-run.js";

/** `testsigma-tms run status`: prints the number of test cases in a run for each result. */
export const runStatusVerb: Verb = {
  usage: "status <run>",
  summary: "show how many test cases of a run have which result",
  settings: projectSettings("json"),
  examples: ["run status DEMO-R-7 --project DEMO", 'run status "Nightly #1" --project DEMO --json'],
  run: runStatus,
};

async function runStatus({ settings, args: [name = ""] }: VerbCall, io: CommandIo): Promise<number> {
  const { service, key, run } = await openRun(name, settings, io);
  const { cases: casesById, isWhole } = await readOnly(() => readRunCases({ service }, key));
  const cases = [...casesById.values()];
  const counts = countResults(cases);
  io.writeError(`${nameRun(run)} is ${run.status}, ${isWhole ? "" : "at least "}${count(cases.length, "test case")}\n`);
  const width = Math.max(0, ...Object.keys(counts).map((result) => result.length));
  for (const [result, number] of Object.entries(counts)) io.writeError(`  ${result.padEnd(width)}  ${number}\n`);
  for (const { humanId, testCaseId, title, statusName } of cases) {
    if (/fail|block/i.test(statusName)) io.writeError(`  ${statusName}: ${humanId ?? testCaseId} ${title}\n`);
  }
  const results = cases.map(({ testCaseId, humanId, title, statusName }) => ({
    id: testCaseId,
    human_id: humanId ?? null,
    title,
    status: statusName,
  }));
  printRun(run, key.projectId, settings, io, { counts, results });
  return exitCodes.done;
}
