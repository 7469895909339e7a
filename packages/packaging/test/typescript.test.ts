import { describe, expect, it } from "vitest";
import { typeCheck } from "../src/type-check.ts";

/** A project for Node: `@types/node` and no `dom`. */
const nodeProject = { lib: ["es2022"], types: ["node"], resolveJsonModule: true };
/** A project for browsers: `dom` and no `@types/node`. */
const webProject = { lib: ["es2022", "dom"], types: [], module: "esnext", moduleResolution: "bundler" };

describe.each(["5.4", "5.9", "7"] as const)("TypeScript %s", (version) => {
  it.each([
    // node16 has no import attributes, which Node wants for the JSON document.
    { moduleResolution: "node16", module: "node16", files: ["node.mts"] },
    { moduleResolution: "nodenext", module: "nodenext", files: ["node.mts", "openapi.mts"] },
    { moduleResolution: "bundler", module: "esnext", files: ["node.mts", "openapi.mts"] },
  ])("checks a Node project with moduleResolution $moduleResolution", async ({ files, ...resolution }) => {
    expect(await typeCheck(version, files, { ...nodeProject, ...resolution })).toBe("");
  });

  it("checks a web project", async () => {
    expect(await typeCheck(version, ["web.mts"], webProject)).toBe("");
  });
});

it.each(["5.9", "7"] as const)("TypeScript %s checks CommonJS files with nodenext", async (version) => {
  const options = { ...nodeProject, module: "nodenext", moduleResolution: "nodenext" };

  expect(await typeCheck(version, ["commonjs.cts"], options)).toBe("");
});
