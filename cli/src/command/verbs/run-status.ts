import { type RunCase, readRunCases } from "../../apply/run-cases.js";
import { readOnly } from "../../errors.js";
import { listRuns, nameRun, type Run } from "../../find/find-run.js";
import { arrayOf } from "../../find/list-all.js";
import { count } from "../../text/plain-text.js";
import { exitCodes } from "../../verdict/verdict.js";
import { projectSettings, type Verb } from "../verb.js";
import { keyOf, openProject, openRun, printRun, runJson } from "./open-run.js";

/** `testsigma-tms run status`: prints the number of test cases in a run for each result. */
export const runStatusVerb: Verb = {
  usage: "status <run>",
  summary: "show how many test cases of a run have which result",
  settings: projectSettings("json"),
  examples: ["run status DEMO-R-7 --project DEMO", 'run status "Nightly #1" --project DEMO --json'],
  async run({ settings, args: [name = ""] }, io) {
    const { client, project, run, key } = await openRun(name, settings, io);
    const { cases: casesById, isWhole } = await readOnly(() => readRunCases({ client }, key));
    const cases = [...casesById.values()];
    const counts = countResults(cases);
    io.writeError(
      `${nameRun(run)} is ${run.status}, ${isWhole ? "" : "at least "}${count(cases.length, "test case")}\n`,
    );
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
    printRun(run, project, settings, io, { counts, results });
    return exitCodes.done;
  },
};

/** Each run takes a request for its results. */
const maxRuns = 20;

/** `testsigma-tms run list`: prints the newest runs with their results. */
export const runListVerb: Verb = {
  usage: "list [text]",
  summary: `list the newest ${maxRuns} runs, or those whose title contains a text`,
  settings: projectSettings("json"),
  examples: ["run list --project DEMO", "run list Nightly --project DEMO --json"],
  async run({ settings, args: [text = ""] }, io) {
    const { client, project } = await openProject(settings, io);
    const list = await readOnly(async () => {
      const runs = (await arrayOf(listRuns(client, project.id))).filter(({ title }) => title.includes(text));
      const newest = runs.sort((one, other) => timeOf(other) - timeOf(one)).slice(0, maxRuns);
      return Promise.all(
        newest.map(async (run) => {
          const { cases } = await readRunCases({ client }, keyOf(project, run));
          return { run, counts: countResults(cases.values()) };
        }),
      );
    });
    if (list.length === 0) io.writeError("no runs found\n");
    for (const { run, counts } of list) {
      const results = Object.entries(counts).map(([result, number]) => `${number} ${result}`);
      io.writeError(`${run.status.padEnd(8)} ${nameRun(run)}: ${results.join(", ") || "no test cases"}\n`);
    }
    const printed = list.map(({ run, counts }) => ({ ...runJson(run, project, settings), counts }));
    if (settings.json) io.writeOut(`${JSON.stringify(printed, undefined, 2)}\n`);
    else for (const { run } of list) io.writeOut(`${run.id}\n`);
    return exitCodes.done;
  },
};

/** Returns when a run was created; without a time, the number in its human id tells the order. */
function timeOf({ created_at, human_id = "" }: Run): number {
  const time = typeof created_at === "number" ? created_at * 1000 : Date.parse(created_at ?? "");
  return Number.isNaN(time) ? Number(/\d+$/.exec(human_id)?.[0] ?? 0) : time;
}

function countResults(cases: Iterable<RunCase>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { statusName } of cases) counts[statusName || "no result"] = (counts[statusName || "no result"] ?? 0) + 1;
  return counts;
}
