import { describe, expect, it } from "vitest";
import { docsDocument } from "../src/docs-document.ts";
import { operationsOf, resolve, type Schema } from "../src/openapi.ts";
import { description } from "./built-docs.ts";
import { withMoreOperations } from "./more-operations.ts";

const document = docsDocument(description, [{ title: "A page", markdown: "Seen\nonce (observed)." }]);
const body = document.components.schemas?.CreateTestRunBody as Schema;

describe("docsDocument", () => {
  it("leaves the description itself as it is", () => {
    const before = structuredClone(description);
    docsDocument(description, []);

    expect(description).toEqual(before);
  });

  it("gives every operation four samples, also one that was added later", () => {
    const operations = operationsOf(docsDocument(withMoreOperations(description), []));

    expect(operations.map(({ operation }) => operation.operationId)).toEqual([
      "listTestRuns",
      "createTestRun",
      "replaceTestRun",
      "deleteTestRun",
      "renameTestRun",
    ]);
    for (const { operation } of operations) {
      expect(operation["x-codeSamples"]?.map(({ label }) => label)).toEqual([
        "curl",
        "JavaScript",
        "Python",
        "TypeScript",
      ]);
    }
  });

  it("has a line for the mock beside every operation, with a body or without", () => {
    const more = docsDocument(withMoreOperations(description), []);
    const texts = operationsOf(more).map(({ operation }) => {
      const body = operation.requestBody && resolve(more, operation.requestBody);
      const [example] = Object.values(body?.content["application/json"]?.examples ?? {});
      return example ? resolve(more, example).description : operation.description;
    });

    for (const text of texts) expect(text).toMatch(/```sh\ncurl --fail-with-body .*http:\/\/127\.0\.0\.1:4010.*\n```/);
  });

  it("puts the operations before the sections of text", () => {
    expect(document.tags?.slice(0, 2).map(({ name }) => name)).toEqual(["", "Base URL and redirect"]);
    expect(operationsOf(document)[0]?.operation.tags).toBeUndefined();
  });

  it("keeps the overview short: what comes before the first heading", () => {
    expect(document.info.description).not.toContain("## ");
    expect(document.info.description).toMatch(/^A test run is/);
  });

  it("adds the pages of the docs after the sections of the description", () => {
    expect(document.tags?.at(-1)).toMatchObject({
      name: "A page",
      description: 'Seen once <span class="mark observed"><i>(</i>observed<i>)</i></span>.',
    });
  });

  it("shows the mark of a field as a badge and not as a sentence", () => {
    expect(body.properties?.test_plan_id).toMatchObject({
      "x-badges": [{ name: "observed", color: "blue" }],
      description: "Unique identifier of the test plan to link the run to.",
    });
  });

  it("shows the mark of a response before its text", () => {
    const { NotFound } = document.components.responses as Record<string, { description: string }>;

    expect(NotFound?.description).toMatch(/^<span class="mark documented">.*?<\/span> The project does not exist/);
  });

  it("gives a field the first of its examples, or else its value in a request example", () => {
    expect(body.properties?.title).toMatchObject({ example: "Regression suite — patient portal" });
    expect(body.properties?.dynamic_selection_filters).toMatchObject({ example: [] });
  });

  it("keeps what a mark in parentheses says besides", () => {
    const redirect = document.tags?.find(({ name }) => name === "Base URL and redirect");

    expect(redirect?.description).toContain(
      '<span class="mark observed"><i>(</i>observed<i>)</i></span> (some time after 2026-05-20)',
    );
  });

  it("shows every error body in the section on errors", () => {
    const errors = document.tags?.find(({ name }) => name === "Errors");

    expect(errors?.description).toContain("<h3>400 Bad Request</h3>");
    expect(errors?.description).toContain(`"message": "Error test run title already exists"`);
  });
});
