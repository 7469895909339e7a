import { cp, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.ts";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/second-endpoint/${name}`, import.meta.url));
const pathFile = "projects_{project_id}_test_runs_{test_run_id}.yaml";

describe("an endpoint that is added to the description alone", () => {
  let copy: WorkspaceCopy;
  let outcomes: Record<string, string>;

  beforeAll(async () => {
    copy = await copyWorkspace();
    await cp(fixture(pathFile), copy.at(`spec/paths/${pathFile}`));
    const description = await readFile(copy.at("spec/openapi.yaml"), "utf8");
    const path = `  /projects/{project_id}/test_runs/{test_run_id}:\n    $ref: paths/${pathFile}\n`;
    await writeFile(copy.at("spec/openapi.yaml"), description.replace("\ncomponents:\n", `\n${path}components:\n`));

    const run = (folder: string, script: string) => copy.node(folder, "--run", script);
    await run("spec", "build");
    await Promise.all(["packages/types", "packages/client", "packages/mock"].map((room) => run(room, "generate")));
    await run("packages/types", "build");
    await Promise.all(["packages/client", "packages/mock"].map((room) => run(room, "build")));
    await cp(fixture("call.ts"), copy.at("packages/contract/call.ts"));
    outcomes = JSON.parse(await copy.node("packages/contract", "call.ts"));
  }, 120_000);

  afterAll(() => copy[Symbol.asyncDispose]());

  it("is a method of the client, and the mock answers it with 204", () => {
    expect(outcomes.deleted).toBe("resolved to undefined");
  });

  it("sends its query member, which the mock requires", () => {
    expect(outcomes.withoutQuery).toMatch(/^ValidationError 422: .*query/);
    expect(outcomes.wrongQuery).toMatch(/^ValidationError 422: .*reason/);
  });

  it("sends its path member, which the mock checks", () => {
    expect(outcomes.wrongPath).toMatch(/^ValidationError 422: .*test_run_id/);
  });

  it("brings its scenarios", () => {
    expect(outcomes.scenario).toBe(
      "NotFoundError 404: Project not found with ID: c47ade67-0543-4582-a4a5-b7de447c94f5",
    );
  });

  it("has types that know its members", async () => {
    const typescript = copy.at("packages/contract/node_modules/typescript/bin/tsc");

    await expect(copy.node("packages/contract", typescript, "--project", ".")).resolves.toBe("");
  }, 60_000);

  it("is held to its description without a test of its own", async () => {
    const printed = await contractTests("in-process", "every-operation");

    expect(printed).toContain("deleteTestRun");
    expect(printed).toMatch(/Tests +\d+ passed/);
  }, 60_000);

  it("fails the contract tests until it has one, and they say which file to write", async () => {
    await expect(contractTests("coverage", "coverage")).rejects.toThrow(
      "No contract test calls deleteTestRun. Write one in packages/contract/test/test-runs.test.ts.",
    );
  }, 60_000);

  const contractTests = (project: string, file: string) =>
    copy.node(
      "packages/contract",
      copy.at("packages/contract/node_modules/vitest/vitest.mjs"),
      ...["run", "--reporter=verbose", "--project", project, file],
    );
});
