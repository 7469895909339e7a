import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collectMatches } from "../../src/match/collect-matches.ts";
import type { Repeated } from "../../src/read/attempts.ts";
import { readReports } from "../../src/read/read-reports.ts";
import counts from "../fixtures/counts.json" with { type: "json" };
import testsOf from "../fixtures/tests.json" with { type: "json" };

const cwd = fileURLToPath(new URL("../fixtures/", import.meta.url));

const read = (report: string) => Array.fromAsync(readReports([report], { cwd }));

describe("reports made by real tools", () => {
  it.each(Object.entries(testsOf))("reads every test of %s", async (report, expected) => {
    const tests = await read(report);
    expect(tests.map(({ name, status, flaky }) => `${status}${flaky ? " (flaky)" : ""}: ${name}`)).toEqual(expected);
  });

  it.each([
    ["vitest.xml", 0, { attachments: ["screens/login.png"] }],
    ["vitest.xml", 1, { message: expect.stringContaining("'<b>Überraschung</b> ]]> 😀' to be 'grüß dich'") }],
    ["playwright.xml", 0, { attachments: [expect.stringMatching(/screenshot-.*\.png$/)] }],
    ["playwright.xml", 1, { properties: [{ name: "testsigma_id", value: "DEMO-2" }] }],
    ["mocha.xml", 0, { outputProperties: [{ name: "testsigma_id", value: "DEMO-7" }] }],
    ["mocha.xml", 1, { message: expect.stringContaining("]]> ' == 'grüß dich'") }],
    ["pytest.xml", 1, { properties: [{ name: "testsigma_id", value: "DEMO-2" }] }],
    ["pytest.xml", 2, { className: "test_login.TestNested" }],
    ["node-test.xml", 2, { className: "login.nested", message: "not yet" }],
    ["surefire.xml", 3, { message: expect.stringContaining("<[grüß dich]> but was:<[<b>Überraschung</b> ]]> 😀]>") }],
    ["counted/tap-died.xml", 1, { name: "died_t", message: expect.stringContaining("Dubious, test returned 255") }],
    ["counted/playwright-ctrf.json", 0, { properties: [{ name: "testsigma_id", value: "DEMO-1" }] }],
  ])("keeps the details that %s writes about test %i", async (report, index, expected) => {
    expect((await read(report))[index]).toMatchObject(expected);
  });
});

/** Counts the tests of a report as passed/failed/skipped, and others if there are any. */
async function count(report: string, repeated: Repeated = "worst") {
  const tests = readReports([`counted/${report}`], { cwd, repeated });
  const { tests: reported, cases } = await collectMatches(tests, { prefix: "DEMO" });
  const { passed, failed, skipped, blocked, flaky } = reported.counts;
  const others = `${blocked ? `, ${blocked} blocked` : ""}${flaky ? `, ${flaky} flaky` : ""}`;
  return {
    counts: `${passed + failed + skipped + blocked}: ${passed}/${failed}/${skipped}${others}`,
    statusOf: (id: string) => cases.find(({ caseIds }) => caseIds === id)?.status,
  };
}

describe("reports that a person counted", () => {
  it("are all here", async () => {
    const files = (await readdir(`${cwd}counted`, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
    expect(files.filter((file) => /\.(xml|json)$/.test(file)).toSorted()).toEqual(Object.keys(counts).toSorted());
  });

  it.each(Object.entries(counts))("%s: %s", async (report, expected) => {
    expect((await count(report)).counts).toBe(expected);
  });

  it.each([
    ["newman without a connection", "newman.xml"],
    ["mocha's hook", "mocha-xunit.xml"],
  ])("fail the test case that a suite names that died: %s", async (_, report) => {
    expect((await count(report)).statusOf("DEMO-3")).toBe("failed");
  });

  it.each([
    ["gotestsum-rerun.xml", "last", "7: 5/1/1, 1 flaky"],
    ["gradle-retry.xml", "last", "4: 2/1/1, 1 flaky"],
  ] as const)("count of several attempts in %s the one that %s", async (report, repeated, expected) => {
    expect((await count(report, repeated)).counts).toBe(expected);
  });
});
