import { describe, expect, it } from "vitest";
import { createTestRun, requestBody, responseBody } from "./openapi.ts";
import { violations } from "./violations.ts";

describe("the request examples", () => {
  it("are the documented request, the smallest and a dynamic one", () => {
    expect(Object.keys(requestBody.examples)).toEqual(["regression_suite", "smallest", "dynamic"]);
  });

  it.each(Object.entries(requestBody.examples))("%s fits the request schema", (_name, { value }) => {
    expect(violations(requestBody.schema, value)).toEqual([]);
  });
});

describe("the response examples", () => {
  it("name every answer by its status", () => {
    const names = Object.keys(createTestRun.responses).map((status) => [
      status,
      Object.keys(responseBody(status).examples),
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

  describe.each(Object.keys(createTestRun.responses))("of %s", (status) => {
    it.each(Object.entries(responseBody(status).examples))("%s fits its schema", (_name, { value }) => {
      expect(violations(responseBody(status).schema, value)).toEqual([]);
    });
  });
});
