import { createRun } from "../../apply/create-run.js";
import { runTitles } from "../../apply/run-titles.js";
import { readOnly, UploadError } from "../../errors/upload-error.js";
import { UsageError } from "../../errors/usage-error.js";
import { findProject } from "../../find/find-project.js";
import { findTestCases, hintForCaseId } from "../../find/find-test-cases.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";
import { connectionSettings, type Verb, type VerbCall } from "../verb.js";
import { nameRun, printRun } from "./open-run.js";

/** `testsigma-tms run create`: creates a run, or finds the one with this title, and prints its id. */
export const runCreateVerb: Verb = {
  usage: "create",
  description: "create a run, or find the one of this title; prints its id",
  settings: [...connectionSettings, "title", "plan", "label", "cases", "ifExists", "uniqueTitles", "json"],
  examples: [
    'run create --project DEMO --title "Release 2.4" --case DEMO-1 --case DEMO-2',
    'run create --project DEMO --title "Release 2.4" --cases all',
  ],
  addOptions(command) {
    const description = "test case of the run: human id or UUID; may be repeated";
    command.option("--case <id>", description, (id, ids: string[] = []) => [...ids, id]);
  },
  run: runCreate,
};

async function runCreate({ settings, options }: VerbCall, io: CommandIo): Promise<number> {
  const caseIds: string[] = Array.isArray(options.case) ? options.case : [];
  const build = ciBuild(io.environment, io.ciName);
  const title = runTitle(settings.title, { build, ...io });
  if (settings.cases !== "all" && caseIds.length === 0) {
    throw new UsageError("no test cases given: name them with --case, or take all of the project with --cases all");
  }
  const service = connect(io, settings);
  const { project, testCases } = await readOnly(async () => {
    const { id, prefix } = await findProject(service, settings.project);
    return { project: { id, prefix }, testCases: await findTestCases(service, id, caseIds) };
  });
  const missing = caseIds.find((id) => !testCases.has(id));
  if (missing)
    throw new UsageError(`no test case ${missing}: ${hintForCaseId(missing, project.prefix)}; nothing was created`);

  const { ifExists, uniqueTitles, label: labels, plan: planId } = settings;
  const cases = settings.cases === "all" ? ("all" as const) : caseIds.flatMap((id) => testCases.get(id)?.id ?? []);
  const planned = { description: "Created with testsigma-tms.", ifExists, uniqueTitles, cases, planId, labels };
  const context = { service, ...io, onProgress: (message: string) => io.writeError(`${message}\n`) };
  for (const candidate of ifExists === "next" ? runTitles({ title, attempt: build?.attempt }) : [title]) {
    const { run, origin } = await createRun(context, { projectId: project.id, run: planned, title: candidate });
    if (run.status !== "ACTIVE") {
      io.writeError(`${nameRun(run)} exists and is ${run.status}\n`);
      continue;
    }
    io.writeError(`${origin === "found" ? "found" : "created"} run ${nameRun(run)}\n`);
    printRun(run, settings, io);
    return exitCodes.done;
  }
  const message = `the run "${title}" exists and is not ACTIVE; use another --title, or --if-exists next`;
  throw new UploadError(message, { outcome: "rejected" });
}
