import { describe, expect, it } from "vitest";
import { operation, operations, requestBody } from "./spec.ts";
import { violations } from "./violations.ts";

const bodies = operations.flatMap(({ id, requestBody, responses }) => [
  ...(requestBody?.content ?? []).map((content) => ({ where: `the request of ${id}`, ...content })),
  ...responses.flatMap(({ status, content }) => content.map((body) => ({ where: `${status} of ${id}`, ...body }))),
]);

describe("every example fits its schema:", () => {
  it.each(bodies)("$where, $mediaType", ({ schema, examples }) => {
    const faults = Object.entries(examples).map(([name, { value }]) => [name, violations(schema ?? {}, value)]);
    expect(Object.fromEntries(faults)).toEqual(Object.fromEntries(Object.keys(examples).map((name) => [name, []])));
  });

  it.each(bodies)("$where, $mediaType, has an example", ({ examples }) => {
    expect(Object.keys(examples)).not.toEqual([]);
  });
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
