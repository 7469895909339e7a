import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { readBlocks } from "../src/readme/read-blocks.ts";
import { typeCheck } from "../src/type-check.ts";

/** Compiler options of a project for Node: with `@types/node` and without `dom`. */
const nodeProject = { lib: ["es2022"], types: ["node"], resolveJsonModule: true };
const nodenext = { ...nodeProject, module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };

const projects = {
  // node16 lacks import attributes, which Node requires for the JSON document.
  node16: { files: ["node.mts"], options: { ...nodeProject, module: "node16", moduleResolution: "node16" } },
  nodenext: { files: ["node.mts", "openapi.mts", "commonjs.cts"], options: nodenext },
  bundler: { files: ["node.mts", "openapi.mts"], options: { ...nodeProject, ...bundler } },
  // A web project has `dom` and no `@types/node`.
  web: { files: ["web.mts"], options: { lib: ["es2022", "dom"], types: [], ...bundler } },
  // The README of `types` needs neither of them.
  bare: {
    files: ["types.mts"],
    options: { lib: ["es2022"], types: [], module: "nodenext", moduleResolution: "nodenext" },
  },
};
// TypeScript 5.4 cannot read ES modules from CommonJS files.
const oldProjects = { ...projects, nodenext: { ...projects.nodenext, files: ["node.mts", "openapi.mts"] } };

const [typesReadme] = await readBlocks("packages/types/README.md");
await writeFile(join(inject("folder"), "npm/types.mts"), typesReadme?.code ?? "");

describe.each(["5.4", "5.9", "7"] as const)("TypeScript %s", (version) => {
  let errors: Record<string, string>;
  beforeAll(async () => {
    errors = await typeCheck(version, version === "5.4" ? oldProjects : projects);
  });

  it.each(["node16", "nodenext", "bundler"])("checks a Node project with moduleResolution %s", (name) => {
    expect(errors[name]).toBe("");
  });

  it("checks a web project", () => {
    expect(errors.web).toBe("");
  });

  it("checks the README of @testsigma-tms/types with a compiler alone", () => {
    expect(errors.bare).toBe("");
  });
});
