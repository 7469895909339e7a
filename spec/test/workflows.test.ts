import { readdir, readFile } from "node:fs/promises";
import { parseYaml } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import { operations } from "./spec.ts";

interface Step {
  stepId: string;
  operationId: string;
  parameters?: { name: string }[];
  requestBody?: { contentType: string };
}

interface Workflows {
  workflows: { workflowId: string; steps: Step[] }[];
}

const folder = new URL("../workflows/", import.meta.url);
const files = (await readdir(folder)).filter((file) => file.endsWith(".arazzo.yaml")).sort();
const documents = await Promise.all(
  files.map(async (file) => parseYaml(await readFile(new URL(file, folder), "utf8")) as Workflows),
);
const steps = documents.flatMap(({ workflows }) =>
  workflows.flatMap(({ workflowId, steps }) => steps.map((step) => ({ workflowId, ...step }))),
);

it("there are four workflows", () => {
  const names = ["create-a-test-run", "import-junit", "plan", "report-a-run"];
  expect(files).toEqual(names.map((name) => `${name}.arazzo.yaml`));
});

describe("a step gives an operation what its path and body need:", () => {
  it.each(steps)("$workflowId, $stepId", ({ operationId, parameters = [], requestBody }) => {
    const operation = operations.find(({ id }) => id === operationId);
    const path = operation?.parameters.filter((parameter) => parameter.in === "path") ?? [];
    expect(parameters.map(({ name }) => name)).toEqual(path.map(({ name }) => name));
    const mediaTypes = operation?.requestBody?.content.map(({ mediaType }) => mediaType) ?? [undefined];
    expect(mediaTypes).toContain(requestBody?.contentType);
  });
});
