import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/settings/read-settings.ts";

describe("readSettings", () => {
  it("prefers a flag to the environment, and that to the configuration file", () => {
    const config = { close: "never", project: "config", failOn: "never", baseUrl: "https://eu.testsigma.com/api/v1" };
    const environment = { TESTSIGMA_PROJECT: "environment", TESTSIGMA_FAIL_ON: "skipped" };
    const settings = readSettings({ flags: { project: "flag" }, environment, config });
    expect(settings).toMatchObject({ project: "flag", failOn: "skipped", close: "never", ifExists: "next" });
  });

  it("reads lists, switches and pairs from every source", () => {
    const values = { label: ["Smoke", "CI"], requireTests: false, statuses: { failed: "Broken" } };
    const flags = { label: ["Smoke", "CI"], requireTests: false, statuses: ["failed=Broken"] };
    const environment = {
      TESTSIGMA_LABEL: "Smoke, CI",
      TESTSIGMA_REQUIRE_TESTS: "no",
      TESTSIGMA_STATUSES: "failed=Broken",
    };
    for (const sources of [{ flags }, { environment }, { config: values }]) {
      expect(readSettings(sources)).toMatchObject(values);
    }
  });

  it("takes an empty environment variable as unset", () => {
    expect(readSettings({ environment: { TESTSIGMA_CLOSE: "" } }).close).toBe("complete");
  });

  it.each([
    [
      { flags: { close: "allways" } },
      '--close: given "allways", expected complete, always or never, did you mean always?',
    ],
    [
      { environment: { TESTSIGMA_FAIL_ON: "error" } },
      'TESTSIGMA_FAIL_ON: given "error", expected failed, blocked, skipped or never',
    ],
    [{ config: { dryRun: "maybe" } }, 'testsigma-tms.config.json: dryRun: given "maybe", expected true or false'],
    [{ config: { projct: "DEMO" } }, "testsigma-tms.config.json: unknown setting projct, did you mean project?"],
    [{ config: { apiKey: "eyJsecret" } }, "apiKey: the API key is read from the environment only"],
    [{ config: { constructor: 1 } }, "unknown setting constructor"],
    [
      { config: { baseUrl: "https://testsigma.com.example/api/v1" } },
      "which only --base-url or TESTSIGMA_BASE_URL may say, because a pull request can change this file",
    ],
    [{ config: { attachmentsRoot: "/" } }, "which only --attachments-root or TESTSIGMA_ATTACHMENTS_ROOT may say"],
    [{ flags: { statuses: ["fail=Broken"] } }, "--status: given"],
    [{ config: { title: " " } }, 'title: given " ", expected text'],
  ])("rejects %j", (sources, message) => {
    expect(() => readSettings(sources)).toThrow(message);
  });

  it("shows no value of a property that looks like a key", () => {
    expect(() => readSettings({ config: { token: "eyJsecret" } })).toThrow(/^(?!.*eyJsecret)/);
  });
});
