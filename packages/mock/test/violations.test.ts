import { expect, it } from "vitest";
import { summarize, toHeader } from "../src/request/violation.js";

const violation = (message: string) => ({
  location: ["request", "body"],
  severity: "Error" as const,
  code: "enum",
  message,
});

it("keeps the header in ASCII, for which alone headers are made", () => {
  const header = toHeader([violation("must be ☃")]);

  expect(header).toMatch(/^[\x20-\x7e]+$/);
  expect(JSON.parse(header)).toEqual([violation("must be ☃")]);
});

it("leaves out the end of a header that clients would reject", () => {
  const header = toHeader(Array.from({ length: 10 }, () => violation("x".repeat(1000))));

  expect(header.length).toBeLessThanOrEqual(4098);
  expect(JSON.parse(header)).toHaveLength(3);
});

it("lists twenty violations and counts the rest", () => {
  const summary = summarize(Array.from({ length: 25 }, (_, index) => violation(`fault ${index + 1}`)));

  expect(summary).toMatch(/^fault 1; fault 2; .*fault 20; and 5 more$/);
});
