import { describe, expect } from "vitest";
import { it, operations } from "./contract-test.ts";
import { callOperation } from "./src/requests/request-to.ts";

/** The reads that need no identifier other than the project's. */
const readable = operations.filter(
  (operation) =>
    operation.method === "GET" &&
    operation.parameters.every(({ name, required }) => name === "project_id" || !required),
);

describe.each(readable)("$id", (operation) => {
  it("responds in the shape that the spec says", async ({ client }) => {
    const parameters = operation.path.includes("{project_id}")
      ? { project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5" }
      : {};

    expect(await callOperation(client, operation, { parameters })).toBeDefined();
  });
});
