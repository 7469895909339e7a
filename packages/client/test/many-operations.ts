import { createSpec, type OpenApiDocument } from "@testsigma-tms/codegen";
import { jsonBody, jsonResponse, object, text } from "./described-method.js";

const string = { type: "string" };
const title = { title: string };
const wrapped = (data: object, required: string[]) =>
  jsonResponse(object({ message: string, data: object(data, required) }, ["message", "data"]));
const one = (name: string) => ({ "200": wrapped({ [name]: object({ id: string }, ["id"]) }, [name]) });
const list = (name: string) => ({
  "200": jsonResponse(
    object({ message: string, data: object({ [name]: { type: "array" } }, [name]), page_info: object({}) }, [
      "message",
      "data",
      "page_info",
    ]),
  ),
});

const resources = {
  Project: "/projects",
  Folder: "/projects/{project_id}/folders",
  TestCase: "/projects/{project_id}/test_cases",
  StepGroup: "/projects/{project_id}/step_groups",
  TestRun: "/projects/{project_id}/test_runs",
  TestPlan: "/projects/{project_id}/test_plans",
  Environment: "/projects/{project_id}/environments",
};

/** Creates a spec of 44 operations of every kind; the API has that many. */
export function specOfManyOperations() {
  const paths: Record<string, Record<string, object>> = {};
  const add = (id: string, method: string, path: string, operation: object) => {
    const parameters = [...path.matchAll(/{(\w+)}/g)].map(([, name = ""]) => text(name, "path", true));
    paths[path] = { parameters, ...paths[path], [method]: { operationId: id, ...operation } };
  };
  for (const [noun, path] of Object.entries(resources)) {
    const name = noun.replace(/\B[A-Z]/g, "_$&").toLowerCase();
    const entity = `${path}/{${name}_id}`;
    const body = jsonBody(object({ ...title, project_id: string }, ["title", "project_id"]));
    add(`list${noun}s`, "get", path, { "x-items": [`data.${name}s`], responses: list(`${name}s`) });
    add(`create${noun}`, "post", path, { requestBody: body, responses: one(name) });
    add(`get${noun}`, "get", entity, { responses: one(name) });
    add(`update${noun}`, "put", entity, { requestBody: jsonBody(object(title)), responses: one(name) });
    add(`delete${noun}`, "delete", entity, { responses: { "204": { description: "Deleted." } } });
  }
  const run = "/projects/{project_id}/test_runs/{test_run_id}";
  add("listTestRunCases", "get", `${run}/test_cases`, {
    "x-items": ["data.test_run_cases", "data.test_cases"],
    responses: { "200": wrapped({}, []) },
  });
  add("updateTestRunCases", "put", `${run}/test_cases`, {
    "x-repeatable": false,
    requestBody: jsonBody(object({ test_run_cases: { type: "array" } }, ["test_run_cases"])),
    responses: { "200": wrapped({}, []) },
  });
  add("assignTestRunUser", "put", `${run}/assign_user`, {
    requestBody: jsonBody(object({ user_id: string })),
    responses: one("test_run_case"),
  });
  add("moveFolder", "post", "/projects/{project_id}/folders/{folder_id}/move", {
    requestBody: jsonBody(object({ parent_id: string })),
    responses: one("folder"),
  });
  add("completeTestPlan", "post", "/projects/{project_id}/test_plans/{test_plan_id}/complete", {
    responses: one("test_plan"),
  });
  add("importJunitReport", "post", "/projects/{project_id}/junit-import/test-run/{test_run_id}", {
    requestBody: {
      content: { "multipart/form-data": { schema: object({ junit_xml: { type: "string", format: "binary" } }) } },
    },
    responses: one("import"),
  });
  add("listUsers", "get", "/users", {
    "x-items": ["data"],
    responses: { "200": jsonResponse(object({ data: { type: "array" } }, ["data"])) },
  });
  add("listLabels", "get", "/labels", { "x-items": ["data.labels"], responses: list("labels") });
  add("listPriorities", "get", "/test_cases/priorities", { responses: list("priorities") });
  return createSpec({
    openapi: "3.1.0",
    servers: [{ url: "https://example.com" }],
    paths,
  } as unknown as OpenApiDocument);
}
