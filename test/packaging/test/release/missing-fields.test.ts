import { expect, it } from "vitest";
import { missingFields } from "../../src/release/missing-fields.ts";

const manifest = { name: "@testsigma-tms/client", version: "0.1.0", exports: {} };

it("names the fields that a manifest lacks for provenance", () => {
  expect(missingFields([{ ...manifest, homepage: "https://example.com" }])).toMatch(
    /^@testsigma-tms\/client: its package\.json has no "repository", "bugs"\./,
  );
});

it("accepts a manifest that has them all", () => {
  const fields = { repository: { type: "git" }, homepage: "https://example.com", bugs: "https://example.com/issues" };

  expect(missingFields([{ ...manifest, ...fields }])).toBeUndefined();
});
