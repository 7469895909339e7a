import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import SwaggerParser from "@apidevtools/swagger-parser";
import { createConfig, lintFromString, type NormalizedProblem } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { document, operations } from "./spec.ts";

it("swagger-parser accepts the bundle", async () => {
  const api = await SwaggerParser.validate(structuredClone(document) as never);
  expect(Object.keys(api.paths ?? {})).toEqual(Object.keys(document.paths ?? {}));
});

it("Spectral accepts the bundle by all rules of spectral:oas", async () => {
  const spectral = fileURLToPath(import.meta.resolve("@stoplight/spectral-cli/dist/index.js"));
  const options = ["lint", "dist/openapi.yaml", "--fail-severity=hint"];
  const output = await new Promise((resolve) =>
    execFile(process.execPath, [spectral, ...options], { cwd: new URL("..", import.meta.url) }, (_error, stdout) =>
      resolve(stdout.trim()),
    ),
  );
  expect(output).toBe("No results with a severity of 'hint' or higher found!");
});

it("the bundle is valid as OpenAPI 3.2 too", async () => {
  const config = await createConfig({ extends: ["recommended-strict"] });
  const source = JSON.stringify({ ...document, openapi: "3.2.0" });
  const problems = await lintFromString({ source, config, absoluteRef: "openapi.json" });
  expect(problems.map(({ ruleId, message }: NormalizedProblem) => `${ruleId}: ${message}`)).toEqual([]);
});

it("no schema has a name that other generators make from an operation", () => {
  const made = operations.flatMap(({ id }) => ["Data", "Error", "Errors", "Params", "Response"].map((end) => id + end));
  const taken = new Set(made.map((name) => name.toLowerCase()));
  const names = Object.keys(document.components?.schemas ?? {});
  expect(names.filter((name) => taken.has(name.toLowerCase()))).toEqual([]);
});

it("Postman and Bruno, which show them as names, get short first lines of servers and responses", () => {
  const descriptions = [...(document.servers ?? []), ...operations.flatMap(({ responses }) => responses)].map(
    ({ description = "" }) => description.split("\n")[0] ?? "",
  );
  expect(descriptions.filter((line) => line.length > 60)).toEqual([]);
});
