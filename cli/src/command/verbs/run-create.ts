import { runsOfTitle } from "../../apply/create-run.js";
import { readOnly, UploadError, UsageError } from "../../errors.js";
import { nameRun } from "../../find/find-run.js";
import { findTestCases, hintForCaseId } from "../../find/find-test-cases.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import { exitCodes } from "../../verdict/verdict.js";
import { projectSettings, type Verb } from "../verb.js";
import { openProject, printRun } from "./open-run.js";

/** `testsigma-tms run create`: creates a run, or finds the one with this title, and prints its id. */
export const runCreateVerb: Verb = {
  usage: "create",
  summary: "create a run, or find the open run of this title; prints its id",
  settings: projectSettings("title", "plan", "label", "cases", "json"),
  examples: ['run create --title "v2.4" --case DEMO-1 --case DEMO-2', 'run create --title "v2.4" --cases all'],
  addOptions(command) {
    const description = "test case of the run: human id or UUID; may be repeated";
    command.option("--case <id>", description, (id, ids: string[] = []) => [...ids, id]);
  },
  async run({ settings, options }, io) {
    const caseIds: string[] = Array.isArray(options.case) ? options.case : [];
    const build = ciBuild(io.environment, io.ciName);
    const { title } = runTitle(settings.title, { build, ...io });
    if (settings.cases !== "all" && caseIds.length === 0) {
      throw new UsageError("no test cases given: name them with --case, or take all of the project with --cases all");
    }
    const { client, project } = await openProject(settings, io);
    const testCases = await readOnly(() => findTestCases(client, project.id, caseIds));
    const missing = caseIds.find((id) => !testCases.has(id));
    if (missing) {
      throw new UsageError(`no test case ${missing}: ${hintForCaseId(missing, project.prefix)}; nothing was created`);
    }
    const { label: labels, plan: planId } = settings;
    const cases = settings.cases === "all" ? ("all" as const) : caseIds.flatMap((id) => testCases.get(id)?.id ?? []);
    const newRun = { projectId: project.id, title, description: "Created with testsigma-tms.", cases, planId, labels };
    const context = { client, ...io, onProgress: (message: string) => io.writeError(`${message}\n`) };
    for await (const { run, origin } of runsOfTitle(context, newRun)) {
      if (run.status !== "ACTIVE") {
        io.writeError(`skipping run ${nameRun(run)}: it is ${run.status}\n`);
        continue;
      }
      io.writeError(`${origin === "found" ? "found" : "created"} run ${nameRun(run)}\n`);
      printRun(run, project, settings, io);
      return exitCodes.done;
    }
    throw new UploadError(`no run "${title}" nor any numbered run after it is ACTIVE`, { outcome: "rejected" });
  },
};
