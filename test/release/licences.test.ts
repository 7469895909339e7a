import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { bundledPackages, listLicences } from "./src/list-licences.ts";

/** Licences that require nothing more than including their text. */
const permissive = ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"];

it("every runtime dependency has a permissive licence", async () => {
  const licences = await listLicences("--prod");

  const others = Object.entries(licences).filter(([licence]) => !permissive.includes(licence));
  expect(Object.fromEntries(others)).toEqual({});
  expect(licences.MIT?.map(({ name }) => name)).toContain("openapi-fetch");
});

it.each([
  ["cli", "commander"],
  ["mock", "ajv"],
])("everything in the bundle of %s has a permissive licence, and brings its text", async (name, example) => {
  const folder = join(inject("folder"), "npm/node_modules/@testsigma-tms", name);
  const bundled = bundledPackages(folder).map((bundledPackage) => bundledPackage.name);
  const licences = await listLicences();

  const allowed = permissive.flatMap((licence) => licences[licence] ?? []).map(({ name }) => name);
  expect(bundled.filter((name) => !allowed.includes(name))).toEqual([]);
  expect(bundled).toContain(example);
});
