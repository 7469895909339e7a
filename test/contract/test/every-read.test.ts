import { describe, expect } from "vitest";
import { effectOf } from "../src/live/effect-of.ts";
import { callOperation } from "../src/requests/call-operation.ts";
import { spec } from "../src/spec/spec.ts";
import { operations, reads } from "./contract-test.ts";

/** The reads that need no identifier other than the project's. */
const readable = operations.filter(
  (operation) =>
    effectOf(operation) === "read" &&
    operation.parameters.every(({ name, required }) => name === "project_id" || !required),
);

describe.each(readable)("$id", (operation) => {
  reads("responds in the shape that the spec says", async ({ client, target }) => {
    const parameters = operation.path.includes("{project_id}") ? { project_id: target.projectId } : {};

    expect(await callOperation(client, spec, operation, { parameters })).toBeDefined();
  });
});
