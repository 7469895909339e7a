import { setTimeout as wait } from "node:timers/promises";
import type { Operation } from "@testsigma-tms/spec/reader";
import { callOperation } from "./requests/request-to.ts";
import { findOperation, spec } from "./spec.ts";
import { type Address, createTarget, type Send } from "./targets/target.ts";
import { valueAt } from "./value-at.ts";

/** The service and project of a live run, and the API key for them. */
export interface LiveSettings extends Address {
  projectId: string;
  /** Whether the run may create one test run. */
  mayCreate: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the variables of a live run. Throws an error that lists everything wrong with them, without the key. */
export function readLiveSettings(env: NodeJS.ProcessEnv): LiveSettings {
  const { TESTSIGMA_API_KEY: apiKey = "", TESTSIGMA_BASE_URL = "", TESTSIGMA_PROJECT_ID: projectId = "" } = env;
  const baseUrl = TESTSIGMA_BASE_URL.replace(/\/+$/, "");
  const isUrl = URL.canParse(baseUrl) && /^(https:\/\/|http:\/\/127\.0\.0\.1[:/])[^@]*$/.test(baseUrl);
  const problems = [
    !apiKey && "TESTSIGMA_API_KEY: expected an API key, got nothing",
    !isUrl && `TESTSIGMA_BASE_URL: expected an https: URL such as https://arcus.testsigma.com/api/v1, got "${baseUrl}"`,
    !uuid.test(projectId) && `TESTSIGMA_PROJECT_ID: expected the UUID of a project, got "${projectId}"`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return { apiKey, baseUrl, projectId, mayCreate: env.TESTSIGMA_ALLOW_CREATE === "yes" };
}

/** Says what a live run is going to do. */
export function announce({ baseUrl, projectId, mayCreate }: LiveSettings): string {
  return `Contract run against ${baseUrl}, project ${projectId}, at most 6 requests per second:
- sends GET to every operation whose identifiers the project or a list has
- creates ${mayCreate ? 'one test run, titled "Contract test <time>"; close or delete it in the app' : "nothing (TESTSIGMA_ALLOW_CREATE=yes allows one test run)"}
- changes and deletes nothing`;
}

/** Reads everything that can be read, creates a test run if that is allowed, and returns the number of problems. */
export async function runLive(
  settings: LiveSettings,
  log: (line: string) => void,
  send: Send = fetch,
): Promise<number> {
  const { client, deviations } = createTarget(settings, guard(send, settings));
  const ids: Record<string, unknown> = { project_id: settings.projectId };
  let problemCount = 0;

  /** Makes calls, and logs whether the responses are as the spec says. */
  async function check(id: string, calls: () => Promise<void>): Promise<void> {
    deviations.clear();
    const failure = await calls().then(
      () => [],
      ({ name, message, status }: Error & { status?: number }) => [`failed: ${status ? `${name} ${status}` : message}`],
    );
    const problems = [...failure, ...deviations];
    problemCount += problems.length;
    const lines = [`${id}: ${problems.length === 0 ? "as the spec says" : "differs"}`, ...problems];
    // A property may have the key for its name.
    log(lines.join("\n  ").replaceAll(settings.apiKey, "<API key>"));
  }

  const pending = new Set(spec.operations.filter(({ method }) => method === "GET"));
  for (let size = 0; size !== pending.size; ) {
    size = pending.size;
    for (const operation of pending) {
      const required = operation.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
      if (!required.every((name) => name in ids)) continue;
      pending.delete(operation);
      await check(operation.id, async () => {
        const parameters = Object.fromEntries(required.map((name) => [name, ids[name]]));
        Object.assign(ids, firstId(operation, await callOperation(client, operation, { parameters })));
      });
    }
  }
  for (const { id } of pending) log(`${id}: not called, because no list has its identifiers`);
  if (!settings.mayCreate) return problemCount;
  await check("createTestRun", async () => {
    const { project_id, test_case_id: testCase } = ids as { project_id: string; test_case_id?: string };
    const { data } = await client.createTestRun({
      project_id,
      title: `Contract test ${new Date().toISOString()}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: testCase ? [{ field: "id", operator: "IN", values: [testCase] }] : [],
    });
    const { id, human_id, title } = data.test_run;
    log(`Created ${human_id} "${title}". Close or delete it in the app.`);
    await client.getTestRun({ project_id, test_run_id: id });
  });
  return problemCount;
}

/** Returns the identifier of a list's first item, by the name that it has in the paths below the list. */
function firstId({ path, items }: Operation, result: unknown): Record<string, unknown> {
  const below = spec.operations.find((operation) => operation.path.startsWith(`${path}/{`));
  const [, name] = /^\{(\w+)\}/.exec(below?.path.slice(path.length + 1) ?? "") ?? [];
  const id = items.map((list) => valueAt(result, `${list}.0.id`)).find((value) => value !== undefined);
  return name === undefined || id === undefined ? {} : { [name]: id };
}

/** The pause before each request: the live service rejects more than about ten requests per second (observed). */
const pauseMs = 150;

/** Sends GET, and createTestRun once if it is allowed; rejects everything else before it is sent. */
function guard(send: Send, { baseUrl, mayCreate }: LiveSettings): Send {
  let mayPost = mayCreate;
  return async (url, init) => {
    const { method = "GET" } = init;
    const isCreate = findOperation(spec.operations, method, new URL(url).pathname)?.id === "createTestRun";
    if (method !== "GET" && !(mayPost && isCreate)) throw new Error(`Not sent to a live service: ${method} ${url}`);
    if (baseUrl.startsWith("https:")) await wait(pauseMs);
    if (isCreate) mayPost = false;
    const response = await send(url, init);
    // A redirect says that nothing was created yet.
    if (isCreate && response.status >= 300 && response.status < 400) mayPost = true;
    return response;
  };
}
