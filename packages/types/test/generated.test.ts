import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const source = await readFile(new URL("../src/generated/openapi.ts", import.meta.url), "utf8");

describe("the types of the API", () => {
  it("say at a property what it is and where that is known from", () => {
    expect(source).toMatch(/\* Title of the test run\.[^/]*Provenance: \*\*documented\*\*\.[^/]*\*\/\s+title: string;/);
    expect(source).toMatch(/Provenance: \*\*observed\*\*\.[^/]*\*\/\s+test_cases_count\?: number;/);
  });
});
