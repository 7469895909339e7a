import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings/settings.ts";

describe("readSettings", () => {
  it("prefers a flag to the environment", () => {
    const environment = { TESTSIGMA_PROJECT: "environment", TESTSIGMA_FAIL_ON: "skipped" };
    const settings = readSettings({ flags: { project: "flag" }, environment });
    expect(settings).toMatchObject({ project: "flag", failOn: "skipped", close: "complete" });
  });

  it("reads lists, switches and pairs from every source", () => {
    const values = { label: ["Smoke", "CI"], matchTitle: true, statuses: { failed: "Broken" } };
    const flags = { label: ["Smoke", "CI"], matchTitle: true, statuses: ["failed=Broken"] };
    const environment = {
      TESTSIGMA_LABEL: "Smoke, CI",
      TESTSIGMA_MATCH_TITLE: "yes",
      TESTSIGMA_STATUSES: "failed=Broken",
    };
    for (const sources of [{ flags }, { environment }]) {
      expect(readSettings(sources)).toMatchObject(values);
    }
  });

  it("treats an empty environment variable as unset", () => {
    expect(readSettings({ environment: { TESTSIGMA_CLOSE: "" } }).close).toBe("complete");
  });

  it.each([
    [
      { flags: { close: "allways" } },
      '--close: expected complete, always or never, got "allways"; did you mean always?',
    ],
    [
      { environment: { TESTSIGMA_FAIL_ON: "error" } },
      'TESTSIGMA_FAIL_ON: expected failed, blocked, skipped or never, got "error"',
    ],
    [{ environment: { TESTSIGMA_DRY_RUN: "maybe" } }, 'TESTSIGMA_DRY_RUN: expected true or false, got "maybe"'],
    [{ flags: { statuses: ["fail=Broken"] } }, "--status: expected passed, failed, blocked or skipped"],
    [{ flags: { title: " " } }, '--title: expected text, got " "'],
  ])("rejects %j", (sources, message) => {
    expect(() => readSettings(sources)).toThrow(message);
  });
});
