import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const source = await readFile(new URL("../src/generated/openapi.ts", import.meta.url), "utf8");

describe("the generated types", () => {
  it("say at a member what it is, its unit and where that is known from", () => {
    expect(source).toMatch(
      /Start date of the test run as a Unix timestamp\. Unit unsettled: seconds as documented;[^/]*Provenance: \*\*documented\*\*\.[^/]*\*\/\s+start_date\?: number;/,
    );
    expect(source).toMatch(/Provenance: \*\*observed\*\*\.[^/]*\*\/\s+test_cases_count\?: number;/);
  });
});
