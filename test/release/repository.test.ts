import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { publishedNames } from "./src/published-packages.ts";
import { workflowErrors } from "./src/workflow-errors.ts";

/** The part of a workflow's job that is read here. */
interface Job {
  permissions?: Record<string, string>;
  /** Missing where a job calls another workflow. */
  steps?: { run?: string }[];
}

const read = (file: string) => readFile(join(repository, file), "utf8");

/** Matches an action at a commit, with its version as a comment. */
const pinned = /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

describe.each(await readdir(join(repository, ".github/workflows")))("the workflow %s", (name) => {
  it("is one that GitHub accepts", async () => {
    expect(await workflowErrors(join(repository, ".github/workflows", name))).toEqual([]);
  });

  it("pins every action to a commit", async () => {
    const uses = [...(await read(`.github/workflows/${name}`)).matchAll(/uses: (?!\.\/)(.*)/g)].map(
      ([, action]) => action,
    );

    expect(uses.filter((action) => !pinned.test(action ?? ""))).toEqual([]);
  });

  it("runs the exact pnpm of package.json", async () => {
    const text = await read(`.github/workflows/${name}`);
    const { packageManager } = JSON.parse(await read("package.json"));

    expect([...text.matchAll(/PNPM: (\S+)/g)].map(([, pnpm]) => pnpm)).toEqual([packageManager]);
    expect(text).not.toMatch(/npx -y pnpm/);
  });

  it("runs no code of dependencies where it can write or sign", async () => {
    const { jobs } = parse(await read(`.github/workflows/${name}`)) as { jobs: Record<string, Job> };
    const withRights = Object.values(jobs).filter(({ permissions = {} }) => {
      const { "security-events": _, ...rights } = permissions;
      return Object.values(rights).includes("write");
    });

    const commands = withRights.flatMap(({ steps = [] }) => steps.map(({ run = "" }) => run));
    expect(commands.filter((command) => /\b(npx|pnpm|npm (install|i|ci|exec|run))\b/.test(command))).toEqual([]);
  });
});

it("the action that users run uses no other action", async () => {
  expect(await read("cli/action/action.yml")).not.toMatch(/^ *(- )?uses:/m);
});

it(".nvmrc names the Node of the scripts", async () => {
  const { optionalDependencies } = JSON.parse(await read("package.json"));

  expect((await read(".nvmrc")).trim()).toBe(optionalDependencies.node);
  expect(await read("pnpm-workspace.yaml")).toContain(`nodeVersion: ${optionalDependencies.node}\n`);
});

it("the spec and every published package have one version", async () => {
  const manifests = publishedNames.map((name) => `${name.replace("@testsigma-tms/", "packages/")}/package.json`);
  const files = manifests.map((file) => file.replace(/^packages\/(?=(spec|cli)\/)/, ""));
  const versions = await Promise.all(files.map(async (file) => JSON.parse(await read(file)).version));

  const [version] = versions;
  expect(new Set(versions).size).toBe(1);
  expect(await read("spec/openapi.yaml")).toContain(`\n  version: ${version}\n`);
});

it("Renovate proposes nothing that published packages or the Node of the scripts cannot run", async () => {
  const { packageRules } = JSON.parse(await read(".github/renovate.json"));
  const { catalog } = parse(await read("pnpm-workspace.yaml"));
  const limits = new Map<string, string>(
    packageRules.flatMap((rule: { matchPackageNames?: string[]; allowedVersions?: string }) =>
      rule.allowedVersions ? (rule.matchPackageNames ?? []).map((name) => [name, rule.allowedVersions]) : [],
    ),
  );

  expect(Object.fromEntries(limits)).toEqual({ commander: "<15", "@types/node": "<25" });
  expect(catalog["@types/node"]).toMatch(/^\^24\./);
});
