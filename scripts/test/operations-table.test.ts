import { createSpec } from "@testsigma-tms/codegen";
import { expect, it } from "vitest";
import { operationsTable } from "../src/readme/operations-table.ts";
import { withBlock } from "../src/readme/with-block.ts";

it("lists the operations by tag, in the order of the spec", () => {
  const { operations } = createSpec({
    openapi: "3.1.0",
    paths: {
      "/runs": {
        get: { operationId: "listRuns", tags: ["Runs"], responses: {} },
        post: { operationId: "createRun", tags: ["Runs"], responses: {} },
      },
      "/users": { get: { operationId: "listUsers", tags: ["Users"], responses: {} } },
    },
  });

  expect(operationsTable(operations)).toBe(`| Tag | 3 methods of the client |
|---|---|
| Runs | \`listRuns\`, \`createRun\` |
| Users | \`listUsers\` |`);
});

it("replaces the content of a block, and nothing else", () => {
  expect(withBlock("a\n<!-- x -->\nold\n<!-- /x -->\nb\n", "x", "new")).toBe("a\n<!-- x -->\nnew\n<!-- /x -->\nb\n");
});

it("says which block a text lacks", () => {
  expect(() => withBlock("a\n", "operations", "new")).toThrow('no block from "<!-- operations -->"');
});
