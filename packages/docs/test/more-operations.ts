import type { OpenApiDocument, Operation } from "../src/openapi.ts";

/** The description with operations that are not in it, and with values that break careless quoting. */
export function withMoreOperations(description: OpenApiDocument): OpenApiDocument {
  const document = structuredClone(description);
  const answer = { "200": { description: "Done." } };
  const list: Operation = {
    operationId: "listTestRuns",
    summary: "List test runs",
    description: "Lists the test runs of a project.",
    tags: ["Test runs"],
    parameters: [
      { name: "status", in: "query", required: true, example: "ACTIVE & CLOSED", schema: { type: "string" } },
      { name: "page", in: "query", schema: { type: "integer" } },
    ],
    responses: answer,
  };
  const rename: Operation = {
    operationId: "renameTestRun",
    summary: "Rename a test run",
    description: "Renames a test run.",
    tags: ["Test runs"],
    parameters: [{ name: "run_id", in: "path", required: true, example: "a/b c", schema: { type: "string" } }],
    requestBody: { content: { "application/json": { examples: { hostile: { value: hostileBody } } } } },
    responses: answer,
  };
  const replace = { ...rename, operationId: "replaceTestRun", summary: "Replace a test run" };
  const { requestBody: _, ...remove } = { ...rename, operationId: "deleteTestRun", summary: "Delete a test run" };
  const path = document.paths["/projects/{project_id}/test_runs"];
  if (path) path.get = list;
  document.paths["/test_runs/{run_id}"] = { patch: rename, put: replace, delete: remove };
  return document;
}

export const hostileBody = {
  title: `It's "quoted" with $HOME, \`id\`, \\n, %s, EOF and <b>`,
  lines: "one\ntwo\tthree",
  signs: "— 日本語 🎉 {{x}}",
  empty: { object: {}, list: [], nothing: null, yes: true, zero: 0, "odd key": -1.5 },
};
