import { readRunCases } from "../../apply/run-cases.js";
import { readOnly } from "../../errors/upload-error.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connectionSettings, type Verb, type VerbCall } from "../verb.js";
import { nameRun, openRun, printRun } from "./open-run.js";

/** `testsigma-tms run status`: prints the number of test cases in a run for each result. */
export const runStatusVerb: Verb = {
  usage: "status <run>",
  description: "show how many test cases of a run have which result",
  settings: [...connectionSettings, "json"],
  examples: ["run status DEMO-R-7 --project DEMO", 'run status "Nightly #1" --project DEMO --json'],
  run: runStatus,
};

async function runStatus({ settings, args: [wanted = ""] }: VerbCall, io: CommandIo): Promise<number> {
  const { service, key, run } = await openRun(wanted, settings, io);
  const { cases: casesById, isWhole } = await readOnly(() => readRunCases({ service }, key));
  const cases = [...casesById.values()];
  const counts: Record<string, number> = {};
  for (const { statusName } of cases) counts[statusName || "no result"] = (counts[statusName || "no result"] ?? 0) + 1;
  io.writeError(`${nameRun(run)} is ${run.status}, ${isWhole ? "" : "at least "}${cases.length} test cases\n`);
  const width = Math.max(0, ...Object.keys(counts).map((name) => name.length));
  for (const [name, count] of Object.entries(counts)) io.writeError(`  ${name.padEnd(width)}  ${count}\n`);
  for (const { humanId, testCaseId, title, statusName } of cases) {
    if (/fail|block/i.test(statusName)) io.writeError(`  ${statusName}: ${humanId ?? testCaseId} ${title}\n`);
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
