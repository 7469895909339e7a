import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { livePlan } from "../../src/live-plan.ts";
import { type Mistake, startService } from "./service.ts";

const script = fileURLToPath(new URL("../../scripts/contract-live.ts", import.meta.url));
const variables = {
  TESTSIGMA_API_KEY: "eyJhbGciOiJub25lIn0.made-up-key",
  TESTSIGMA_PROJECT_ID: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  TESTSIGMA_CONFIRM_CREATE: "yes",
};

/** Runs `pnpm contract:live`; resolves to its exit code and all that it printed. */
function contractLive(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: unknown; printed: string }>((resolve) => {
    const options = { env: { PATH: process.env.PATH, NO_COLOR: "1", ...env }, timeout: 60_000 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, printed: stdout + stderr });
    });
  });
}

const withBody = async (answer: Response, change: (body: never) => void) => {
  const body = await answer.json();
  change(body as never);
  return Response.json(body, { status: answer.status, headers: answer.headers });
};

/** Changes the test run in an answer that has one. */
const inTestRun =
  (change: (testRun: Record<string, unknown>) => void): Mistake =>
  (answer) =>
    answer.ok
      ? withBody(answer, (body: { data: { test_run: Record<string, unknown> } }) => change(body.data.test_run))
      : answer;

const withHeader =
  (status: number, name: string, value: string): Mistake =>
  (answer) => {
    if (answer.status === status) answer.headers.set(name, value);
    return answer;
  };

describe("a live run", () => {
  it("finds nothing at a service that keeps its promises", async () => {
    await using service = await startService();
    const { code, printed } = await contractLive({ ...variables, TESTSIGMA_BASE_URL: service.url });

    expect(printed).toContain("Report: 8 answers. Deviations from the API description: 0.");
    expect(printed).toContain("Described, but not seen: 422, 500.");
    expect(code).toBe(0);
    expect(service.requests).toBe(livePlan.calls);
    expect(service.created).toHaveLength(livePlan.testRuns);
  }, 60_000);

  it("finds every deviation in the answers", async () => {
    await using service = await startService(
      inTestRun((testRun) => {
        testRun.labels = [];
        testRun.created_at = "2026-11-23";
        delete testRun.updated_at;
      }),
      withHeader(404, "content-type", "text/html"),
      (answer) =>
        answer.status === 401 ? new Response(null, { status: 302, headers: { location: "/login?k=1" } }) : answer,
    );
    const { code, printed } = await contractLive({ ...variables, TESTSIGMA_BASE_URL: service.url });

    expect(printed).toContain("createTestRun 200: unknown member: /data/test_run/labels (2 times)");
    expect(printed).toContain("createTestRun 200: body: /data/test_run/created_at must be integer (2 times)");
    expect(printed).toContain(
      "createTestRun 200: body: /data/test_run must have required property 'updated_at' (2 times)",
    );
    expect(printed).toContain("createTestRun 404: content type: text/html; documented is application/json");
    expect(printed).toContain("createTestRun 302: redirect: 302 to /login");
    expect(printed).toContain("Report: 8 answers. Deviations from the API description: 5.");
    expect(printed).toContain("Some tests failed");
    expect(printed).not.toContain(variables.TESTSIGMA_API_KEY);
    expect(code).toBe(1);
  }, 60_000);

  it("finds an undocumented status, and a redirect that the client follows", async () => {
    await using service = await startService((answer, request) => {
      if (!request.url.includes("/moved/")) {
        const location = request.url.replace("http://localhost/api", "/moved/api");
        return new Response(null, { status: 308, headers: { location } });
      }
      return answer.ok ? new Response(answer.body, { status: 201, headers: answer.headers }) : answer;
    });
    const { code, printed } = await contractLive({ ...variables, TESTSIGMA_BASE_URL: service.url });

    expect(printed).toContain(
      "createTestRun 201: undocumented status: 201; documented are 200, 400, 401, 404, 422, 500",
    );
    expect(printed).toMatch(/createTestRun 308: redirect: 308 to \/moved\/api\/v1\/projects/);
    expect(code).toBe(1);
  }, 60_000);

  it("finds a service that lets in what it should refuse, and says beforehand how much that creates", async () => {
    const created = await readFile(new URL("../fixtures/response.txt", import.meta.url));
    await using service = await startService(
      () => new Response(created, { headers: { "content-type": "application/json" } }),
    );
    const { code, printed } = await contractLive({ ...variables, TESTSIGMA_BASE_URL: service.url });

    expect(printed).toContain("takes no request without a key");
    expect(printed).toContain("throws a ValidationError for an empty title");
    expect(printed).toContain("Some tests failed");
    expect(code).toBe(1);
    expect(service.created.length).toBeLessThanOrEqual(livePlan.testRuns + livePlan.refused.length);
  }, 60_000);
});

describe("a live run sends nothing", () => {
  it("without the confirmation, and says what it would create", async () => {
    await using service = await startService();
    const { TESTSIGMA_CONFIRM_CREATE: _, ...unconfirmed } = variables;
    const { code, printed } = await contractLive({ ...unconfirmed, TESTSIGMA_BASE_URL: service.url });

    expect(printed).toContain("2 test runs of every test case");
    expect(printed).toContain("Nothing was sent. Set TESTSIGMA_CONFIRM_CREATE=yes to go on.");
    expect(code).toBe(2);
    expect(service.requests).toBe(0);
  });

  it("without its variables, and says which are wrong", async () => {
    const { code, printed } = await contractLive({
      TESTSIGMA_BASE_URL: "http://example.com",
      TESTSIGMA_PROJECT_ID: "42",
    });

    expect(printed).toContain("TESTSIGMA_API_KEY is not set.");
    expect(printed).toContain('TESTSIGMA_BASE_URL is "http://example.com". It takes an https: URL');
    expect(printed).toContain('TESTSIGMA_PROJECT_ID is "42". It takes the UUID of a project.');
    expect(code).toBe(2);
  });

  it("for an option it does not know", async () => {
    const { code, printed } = await contractLive(variables, "--confirm");

    expect(printed).toContain("Unknown option '--confirm'");
    expect(printed).toContain("--help");
    expect(code).toBe(2);
  });
});

it("a live run explains itself with --help", async () => {
  const { code, printed } = await contractLive({}, "--help");

  expect(printed).toContain("Usage: pnpm contract:live");
  expect(code).toBe(0);
});
