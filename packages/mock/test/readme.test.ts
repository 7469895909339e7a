import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { testsigmaApi } from "../src/api.js";
import { checkOptions } from "../src/mock/options.js";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

// test/release runs every block of code.
it("names every option and scenario", () => {
  let known = "";
  try {
    checkOptions({ unknown: true });
  } catch (error) {
    known = /Known: (.*)\./.exec((error as Error).message)?.[1] ?? "";
  }
  expect(known).toContain("invalidRequestStatus");
  const { scenarios = new Map() } = testsigmaApi.operations.find(({ id }) => id === "createTestRun") ?? {};
  for (const name of [...known.split(", "), ...scenarios.keys()]) expect(readme).toContain(`\`${name}\``);
});
