import { describe, expect, it } from "vitest";
import { operation, operations, requestBody } from "./spec.ts";

// That each example fits its schema is a rule of lint: `no-invalid-media-type-examples`.
it("every body has an example", () => {
  const bodies = operations.flatMap(({ id, requestBody, responses }) =>
    [requestBody, ...responses].flatMap((body) => (body?.content ?? []).map((content) => ({ id, ...content }))),
  );
  expect(bodies.filter(({ examples }) => Object.keys(examples).length === 0)).toEqual([]);
});

describe("the examples of createTestRun", () => {
  it("are the documented request and those that were seen accepted", () => {
    const names = [
      "regression_suite",
      "smallest",
      "dynamic",
      "with_labels",
      "in_a_plan",
      "dynamic_with_ignored_filter",
    ];
    expect(Object.keys(requestBody("createTestRun").examples)).toEqual(names);
  });

  it("name every response by its status", () => {
    const names = operation("createTestRun").responses.map(({ status, content }) => [
      status,
      content.flatMap(({ examples }) => Object.keys(examples)),
    ]);
    expect(Object.fromEntries(names)).toEqual({
      200: ["created"],
      400: ["validation_failed", "duplicate_title"],
      401: ["missing_authorization", "invalid_api_key"],
      404: ["project_not_found"],
      422: ["unprocessable"],
      500: ["internal_error", "rate_limited"],
    });
  });

  it("alone include a title in use", () => {
    const withIt = operations.filter(({ responses }) =>
      responses.some(({ content }) => content.some(({ examples }) => "duplicate_title" in examples)),
    );
    expect(withIt.map(({ id }) => id)).toEqual(["createTestRun"]);
  });
});
