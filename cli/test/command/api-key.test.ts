import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MemoryService } from "../support/memory-service.ts";
import { emptyFolder, report, runTestsigma } from "../support/run-testsigma.ts";

/** Of real length, with characters that JSON, URLs and Markdown escape. */
const apiKey = `eyJhbGciOiJIUzI1NiJ9.${"c2VjcmV0_LWtl-eQ".repeat(40)}.s/g+n="x"`;
const forms = [apiKey, encodeURIComponent(apiKey), JSON.stringify(apiKey).slice(1, -1), apiKey.replaceAll("_", "\\_")];
const environment = { TESTSIGMA_API_KEY: apiKey };

function expectHidden(...texts: string[]) {
  for (const text of texts) for (const form of forms) expect(text).not.toContain(form.slice(0, 120));
}

describe("the API key", () => {
  it.each([
    ["report", "junit.xml", "--project", apiKey],
    ["report", "junit.xml", "--title", `Nightly ${apiKey}`],
    ["report", apiKey],
    ["report", "junit.xml", `--${apiKey}`],
    ["run", "status", apiKey],
    ["run", "list", apiKey],
    ["run", "create", "--case", apiKey],
    ["run", "close", "--title", encodeURIComponent(apiKey)],
    ["api", apiKey],
    ["api", "createTestCase", `title=${apiKey}`],
    [apiKey],
  ])("as an argument of %s %s is neither shown nor sent", async (...args) => {
    const service = new MemoryService();
    const { exitCode, out, error } = await runTestsigma([...args, "--json"], { service, environment });
    expect(exitCode).toBe(2);
    expect(error).toContain("an argument contains the API key");
    expect(service.requests).toEqual([]);
    expectHidden(out, error);
  });

  it.each(["PROJECT", "TITLE", "USER", "LABEL", "BASE_URL", "RUN_URL", "SUMMARY"])(
    "in TESTSIGMA_%s is neither shown nor sent",
    async (name) => {
      const service = new MemoryService();
      const given = { ...environment, [`TESTSIGMA_${name}`]: `x ${apiKey}` };
      const { exitCode, out, error } = await report(["DEMO-1"], ["--json"], { service, environment: given });
      expect({ exitCode, error }).toEqual({
        exitCode: 2,
        error: expect.stringContaining(`TESTSIGMA_${name} contains`),
      });
      expect(service.requests).toEqual([]);
      expectHidden(out, error);
    },
  );

  it("in a report, its name and a response is hidden in outputs, files and what is sent", async () => {
    const service = new MemoryService();
    service.fault = ({ operation }) =>
      operation === "updateTestRun" ? Response.json({ message: `no ${apiKey}` }, { status: 403 }) : undefined;
    const cwd = await emptyFolder();
    const key = apiKey.replaceAll('"', "&quot;");
    const padded = "m".repeat(1_900) + key;
    const xml = `<testsuite name="${key}"><testcase classname="${"c".repeat(150)}${key}" name="DEMO-1 ${key}">
      <failure message="${padded}">${key}</failure><system-out>[[ATTACHMENT|${key}.png]]</system-out></testcase>
      <testcase name="${key}"/><testcase name="id"><properties><property name="testsigma_id" value="${key}"/></properties></testcase>
      </testsuite>`;
    await writeFile(join(cwd, "junit.xml"), xml);
    const files = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md"), GITHUB_OUTPUT: join(cwd, "output.txt") };
    const given = { service, cwd, environment: { ...environment, GITHUB_ACTIONS: "true", ...files } };
    const { exitCode, out, error } = await report([], ["--json", "--verbose", "--debug"], given);
    // The run could not be closed.
    expect(exitCode).toBe(6);
    expect(service.authorizations).toEqual(new Set([`Bearer ${apiKey}`]));
    const written = await Promise.all(Object.values(files).map((file) => readFile(file, "utf8")));
    expectHidden(out, error, ...written, JSON.stringify(service.requests.map(({ body }) => body)));
    expect(error).toContain("[API key]");
  });

  it("of fewer than 8 characters, as for a mock, is not hidden", async () => {
    const { error } = await report(["DEMO-1 any"], [], { environment: { TESTSIGMA_API_KEY: "any" } });
    expect(error).not.toContain("[API key]");
  });
});
