import { defaultBaseUrl } from "virtual:operations";
import { paginate, type TestsigmaClient } from "@testsigma-tms/client";
import { createColors } from "picocolors";
import { messageOf, readOnly } from "../../errors.js";
import { findProject, findStatuses, findUser } from "../../find/find-by-name.js";
import { arrayOf, listAll } from "../../find/list-all.js";
import { testStatuses } from "../../read/test-result.js";
import { ciBuild } from "../../settings/ci.js";
import { runTitle } from "../../settings/run-title.js";
import { exitCodeOf, exitCodes } from "../../verdict/verdict.js";
import { hasColors } from "../command-io.js";
import { connect } from "../connect.js";
import { projectSettings, type Verb } from "../verb.js";

/** `testsigma-tms doctor`: checks key, project and settings, without changing anything. */
export const doctorVerb: Verb = {
  usage: "doctor",
  summary: "check key, project and settings; changes nothing",
  settings: projectSettings("title", "user", "statuses"),
  examples: ["doctor --project DEMO"],
  async run({ settings }, io) {
    const colors = createColors(hasColors(io));
    let exitCode: number = exitCodes.done;
    const check = async <Result>(
      label: string,
      look: () => Promise<[text: string, result?: Result]> | [text: string, result?: Result],
    ) => {
      try {
        const [text, result] = await readOnly(async () => look());
        io.writeError(`${colors.green("ok  ")} ${label}: ${text}\n`);
        return result;
      } catch (error) {
        exitCode ||= exitCodeOf(error);
        io.writeError(`${colors.red("FAIL")} ${label}: ${messageOf(error)}\n`);
        return undefined;
      }
    };

    const client = await check<TestsigmaClient>("API key", () => {
      const connected = connect(io, settings, 1);
      return [io.environment.TESTSIGMA_API_KEY ? "from TESTSIGMA_API_KEY" : "from TESTSIGMA_API_TOKEN", connected];
    });
    await check("title", () => [runTitle(settings.title, { build: ciBuild(io.environment, io.ciName), ...io }).title]);
    if (!client) return exitCode;

    await check("service", async () => {
      const projects = (await arrayOf(listAll(client.listProjects, {}))).slice(0, 10);
      const names = projects.map(({ name, human_id_prefix }) => `${name} (${human_id_prefix ?? ""})`);
      return [`${settings.baseUrl ?? defaultBaseUrl} responds; projects: ${names.join(", ") || "none"}`];
    });
    await check("project", async () => {
      const { name, prefix } = await findProject(client, settings.project);
      return [`${name}, ids of test cases look like ${prefix}-12`];
    });
    await check("status names", async () => {
      const known = await arrayOf(paginate(client.listTestRunStatuses, {}));
      const found = findStatuses(known, new Set(testStatuses), settings.statuses);
      return [testStatuses.map((status) => found[status].name).join(", ")];
    });
    const { user } = settings;
    if (user) {
      await check("user", async () => {
        const { status } = await findUser(client, user);
        return [status?.toLowerCase() === "active" ? user : `${user}, who is not active`];
      });
    }
    return exitCode;
  },
};
