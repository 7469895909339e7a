import { createMockFetch } from "@testsigma-tms/mock";
import { describe, expect, it } from "vitest";
import { announce, type LiveSettings, readLiveSettings, runLive } from "./src/live.ts";

const settings: LiveSettings = {
  apiKey: "eyJhbGciOiJub25lIn0.made-up-key",
  baseUrl: "http://127.0.0.1/api/v1",
  projectId: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  mayCreate: false,
};

/** Runs against a mock with memory; `change` makes a service of it that deviates from the spec. */
async function runAgainstMock(mayCreate = false, change = (response: Response, _url: string) => response) {
  const mock = createMockFetch({ state: true });
  const sent: string[] = [];
  const lines: string[] = [];
  const problems = await runLive(
    { ...settings, mayCreate },
    (line) => lines.push(line),
    async (url, init) => {
      sent.push(`${init.method} ${new URL(url).pathname}`);
      return change(await mock(url, init), url);
    },
  );
  return { problems, sent, printed: lines.join("\n") };
}

describe("a live run", () => {
  it("sends GET only, also for what it finds in lists, and finds no problem in the mock", async () => {
    const { problems, sent, printed } = await runAgainstMock();

    expect(printed).toContain("getTestCase: as the spec says");
    expect(printed).toContain("getJunitImport: not called, because no list has its identifiers");
    expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([]);
    expect(sent.length).toBeGreaterThan(15);
    expect(problems).toBe(0);
  });

  it("creates one test run if that is allowed, and says how to remove it", async () => {
    const { problems, sent, printed } = await runAgainstMock(true);

    expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([
      `POST /api/v1/projects/${settings.projectId}/test_runs`,
    ]);
    expect(printed).toMatch(/Created DEMO-R-2 "Contract test 2\S+"\. Close or delete it in the app\./);
    expect(problems).toBe(0);
  });

  it("sends the create again only where a redirect leads, and once", async () => {
    const moved = { location: "/moved/api/v1/projects/p/test_runs" };
    const { sent } = await runAgainstMock(true, (response, url) =>
      url.includes("/moved/") ? response : new Response(null, { status: 308, headers: moved }),
    );

    expect(sent.filter((request) => request.startsWith("POST "))).toHaveLength(2);
  });

  it("reports every deviation and failure, and never the key", async () => {
    const { problems, printed } = await runAgainstMock(false, (response) =>
      Response.json({ data: { projects: 7, [settings.apiKey]: 1 } }, { status: response.status }),
    );

    expect(printed).toContain("listProjects 200: body: /data/projects must be array");
    expect(printed).toMatch(/listUsers: differs\n {2}failed: ResponseError 200/);
    expect(printed).not.toContain(settings.apiKey);
    expect(problems).toBeGreaterThan(15);
  });

  it("says why a request failed without a response", async () => {
    const lines: string[] = [];
    const problems = await runLive(
      settings,
      (line) => lines.push(line),
      () => Promise.reject(new TypeError("fetch failed")),
    );

    expect(lines[0]).toMatch(/^listTestRuns: differs\n {2}failed: listTestRuns: fetch failed/);
    expect(problems).toBeGreaterThan(10);
  });

  it("says first what it is going to do", () => {
    expect(announce(settings)).toContain("creates nothing (TESTSIGMA_ALLOW_CREATE=yes allows one test run)");
    expect(announce({ ...settings, mayCreate: true })).toContain("close or delete it in the app");
  });
});

describe("the variables of a live run", () => {
  const env = {
    TESTSIGMA_API_KEY: settings.apiKey,
    TESTSIGMA_BASE_URL: "https://arcus.testsigma.com/api/v1/",
    TESTSIGMA_PROJECT_ID: settings.projectId,
  };

  it("allow reading; creating needs one more", () => {
    const baseUrl = "https://arcus.testsigma.com/api/v1";

    expect(readLiveSettings(env)).toEqual({ ...settings, baseUrl });
    expect(readLiveSettings({ ...env, TESTSIGMA_ALLOW_CREATE: "yes" })).toMatchObject({ mayCreate: true });
    expect(readLiveSettings({ ...env, TESTSIGMA_ALLOW_CREATE: "1" })).toMatchObject({ mayCreate: false });
  });

  it.each([
    [{ TESTSIGMA_API_KEY: "" }, "TESTSIGMA_API_KEY: expected an API key, got nothing"],
    [{ TESTSIGMA_BASE_URL: "http://example.com" }, /^TESTSIGMA_BASE_URL: expected an https: URL .* got "http:/],
    [{ TESTSIGMA_PROJECT_ID: "42" }, 'TESTSIGMA_PROJECT_ID: expected the UUID of a project, got "42"'],
  ])("are rejected with the reason: %j", (change, message) => {
    expect(() => readLiveSettings({ ...env, ...change })).toThrow(message);
  });
});
