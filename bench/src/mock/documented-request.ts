import { readSpec } from "@testsigma-tms/codegen";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const [content] = operations.find(({ id }) => id === "createTestRun")?.requestBody?.content ?? [];
const [body] = Object.values(content?.examples ?? {}).map(({ value }): unknown => value);
if (!hasProject(body)) throw new Error("createTestRun has no example of a request with a project_id.");

/** The first example of createTestRun, as a request. */
export const documentedRequest = {
  path: `/projects/${body.project_id}/test_runs`,
  init: {
    method: "POST" as const,
    headers: { Authorization: "Bearer any-key", "Content-Type": "application/json" },
    body: JSON.stringify(body),
  },
};

function hasProject(value: unknown): value is { project_id: string } {
  return typeof value === "object" && value !== null && "project_id" in value && typeof value.project_id === "string";
}
