import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishedNames, repository } from "../src/published-packages.ts";
import { readWorkflow } from "../src/workflow-job.ts";

const read = (file: string) => readFile(join(repository, file), "utf8");

describe.each(await readdir(join(repository, ".github/workflows")))("the workflow %s", (name) => {
  it("is one that GitHub accepts", async () => {
    const { errors } = await readWorkflow(join(repository, ".github/workflows", name));

    expect(errors).toEqual([]);
  });

  it("pins every action to a commit", async () => {
    const uses = [...(await read(`.github/workflows/${name}`)).matchAll(/uses: (.*)/g)].map(([, action]) => action);

    expect(uses.filter((action) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ""))).toEqual([]);
  });
});

it(".nvmrc names the Node of the scripts", async () => {
  const { optionalDependencies } = JSON.parse(await read("package.json"));

  expect((await read(".nvmrc")).trim()).toBe(optionalDependencies.node);
  expect(await read("pnpm-workspace.yaml")).toContain(`nodeVersion: ${optionalDependencies.node}\n`);
});

it("the spec and every published package have one version", async () => {
  const manifests = publishedNames.map((name) => `${name.replace("@testsigma-tms/", "packages/")}/package.json`);
  const files = manifests.map((file) => file.replace("packages/spec", "spec"));
  const versions = await Promise.all(files.map(async (file) => JSON.parse(await read(file)).version));

  const [version] = versions;
  expect(new Set(versions).size).toBe(1);
  expect(await read("spec/openapi.yaml")).toContain(`\n  version: ${version}\n`);
});
