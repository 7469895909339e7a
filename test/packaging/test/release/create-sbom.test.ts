import { expect, it } from "vitest";
import { createSbom } from "../../src/release/create-sbom.ts";

it("lists what is installed and what is bundled, and no tool of the build", async () => {
  const { components, dependencies } = await createSbom();

  const names = components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  // Installed with the client, in the bundle of the mock, and in that of the command.
  expect(names).toEqual(expect.arrayContaining(["openapi-fetch", "ajv", "@bomb.sh/tab"]));
  expect(names).not.toContain("tsdown");
  const openapiFetch = dependencies.find(({ ref }) => ref.includes("/openapi-fetch@"));
  expect(openapiFetch?.dependsOn).toEqual([expect.stringContaining("openapi-typescript-helpers@")]);
});
