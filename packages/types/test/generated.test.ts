import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const source = await readFile(new URL("../src/generated/openapi.ts", import.meta.url), "utf8");

describe("the types of the API", () => {
  it("say at a property what it is and where that is known from", () => {
    expect(source).toMatch(/\* Title of the test run\.[^/]*Provenance: \*\*documented\*\*\.[^/]*\*\/\s+title: string;/);
    expect(source).toMatch(
      /Provenance: \*\*observed\*\* \(mcp-probe, mcp-e2e, test-framework\)\.[^/]*\*\/\s+test_cases_count\?: number;/,
    );
  });

  it("tell the unit of a timestamp at every property that is one", () => {
    const stamps = source.split(/\b[a-z]\w*\??: Timestamp;/).slice(0, -1);
    expect(stamps.length).toBeGreaterThan(30);
    expect(stamps.filter((text) => !text.slice(-700).includes("read 13 digits as"))).toEqual([]);
  });
});
