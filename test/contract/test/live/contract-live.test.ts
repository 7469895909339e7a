import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { maxCreates } from "../../src/live/guarded-fetch.ts";
import { isCreate, type Mistake, type Service, startService } from "./service.ts";

const script = fileURLToPath(new URL("../../scripts/contract-live.ts", import.meta.url));
const settings = {
  TESTSIGMA_API_KEY: "eyJhbGciOiJub25lIn0.made-up-key",
  TESTSIGMA_PROJECT_ID: "c47ade67-0543-4582-a4a5-b7de447c94f5",
};
const [reads, creates, changes] = ["READS", "CREATES", "CHANGES"].map((name) => ({
  [`TESTSIGMA_ALLOW_${name}`]: "yes",
}));

/** Runs `pnpm contract:live`; resolves to its exit code and all its output. */
function contractLive(env: Record<string, string>, ...args: string[]) {
  return new Promise<{ code: unknown; printed: string }>((resolve) => {
    // Vitest asks for the home directory, which a user without a passwd entry does not have.
    const options = { env: { PATH: process.env.PATH, HOME: tmpdir(), NO_COLOR: "1", ...env }, timeout: 60_000 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, printed: stdout + stderr });
    });
  });
}

const runAgainst = ({ url }: Service, permissions: object = {}) =>
  contractLive({ ...settings, TESTSIGMA_BASE_URL: url, ...permissions });

const methodsOf = ({ requests }: Service) => new Set(requests.map((request) => request.split(" ")[0]));

const withBody = async (response: Response, change: (body: never) => void) => {
  const body = await response.json();
  change(body as never);
  return Response.json(body, { status: response.status, headers: response.headers });
};

/** Makes a mistake that changes the test run in the response to a create. */
const inTestRun =
  (change: (testRun: Record<string, unknown>) => void): Mistake =>
  (response, request) =>
    response.ok && isCreate(request)
      ? withBody(response, (body: { data: { test_run: Record<string, unknown> } }) => change(body.data.test_run))
      : response;

describe("a live run that is allowed to create", () => {
  it("finds nothing at a service that fits the spec", async () => {
    await using service = await startService();
    const { code, printed } = await runAgainst(service, creates);

    expect(printed).toContain("Report: 8 responses. Deviations from the spec: 0.");
    expect(printed).toContain("Created: 2. Deleted: 0.");
    expect(printed).toContain("createTestRun: 422, 500");
    expect(code).toBe(0);
    expect(service.created).toHaveLength(2);
    expect(methodsOf(service)).toEqual(new Set(["POST"]));
  });

  it("finds every deviation in the responses, also behind a redirect that the client follows", async () => {
    await using service = await startService(
      (response, { url }) => {
        const location = url.replace("http://localhost/api", "/moved/api");
        return url.includes("/moved/") ? response : new Response(null, { status: 308, headers: { location } });
      },
      inTestRun((testRun) => {
        testRun.not_in_the_spec = [];
        testRun.created_at = "2026-11-23";
        delete testRun.id;
      }),
      (response) => {
        if (response.status === 404) response.headers.set("content-type", "text/html");
        return response.status === 422 || response.status === 400
          ? new Response(response.body, { status: 418, headers: response.headers })
          : response;
      },
    );
    const { code, printed } = await runAgainst(service, creates);

    expect(printed).toContain("createTestRun 200: unknown property: /data/test_run/not_in_the_spec");
    expect(printed).toContain("createTestRun 200: body: /data/test_run/created_at must be integer");
    expect(printed).toContain("createTestRun 200: body: /data/test_run must have required property 'id'");
    expect(printed).toContain("createTestRun 404: content type: text/html; documented is application/json");
    expect(printed).toContain("createTestRun 418: undocumented status: 418; documented are 200,");
    expect(printed).toMatch(/createTestRun 308: redirect: 308 to \/moved\/api\/v1\/projects/);
    expect(printed).toContain("Some tests failed");
    expect(printed).not.toContain(settings.TESTSIGMA_API_KEY);
    expect(code).toBe(1);
  });

  it("finds a service that accepts what it should reject, and creates no more than it said", async () => {
    const created = await readFile(new URL("../fixtures/response.txt", import.meta.url));
    await using service = await startService(
      () => new Response(created, { headers: { "content-type": "application/json" } }),
    );
    const { code, printed } = await runAgainst(service, creates);

    expect(printed).toContain("rejects a request without a key");
    expect(printed).toContain("throws a ValidationError for an empty title");
    expect(printed).toContain("Some tests failed");
    expect(code).toBe(1);
    expect(service.created.length).toBeLessThanOrEqual(maxCreates);
  });
});

describe("a live run", () => {
  it("that is allowed to read sends nothing else", async () => {
    await using service = await startService();
    await runAgainst(service, reads);

    expect([...methodsOf(service)].filter((method) => method !== "GET")).toEqual([]);
  });

  it("that is allowed everything changes what it created, and deletes it", async () => {
    await using service = await startService();
    const { printed } = await runAgainst(service, { ...reads, ...creates, ...changes });
    const [, created, deleted] = /Created: (\d+)\. Deleted: (\d+)\./.exec(printed) ?? [];

    expect(methodsOf(service)).toEqual(new Set(["GET", "POST", "PUT", "DELETE"]));
    expect(Number(created)).toBeGreaterThan(2);
    expect(deleted).toBe(created);
  });

  it("that is allowed to change, but not to create, changes nothing", async () => {
    await using service = await startService();
    await runAgainst(service, changes);

    expect(service.requests).toEqual([]);
  });
});

describe("a live run sends nothing", () => {
  it("by default, and says what each permission allows", async () => {
    await using service = await startService();
    const { code, printed } = await runAgainst(service);

    expect(printed).toMatch(/no +reads.*\(TESTSIGMA_ALLOW_READS=yes allows it\)/);
    expect(printed).toMatch(/no +creates.*\(TESTSIGMA_ALLOW_CREATES=yes allows it\)/);
    expect(printed).toMatch(/no +changes and deletes.*\(TESTSIGMA_ALLOW_CHANGES=yes allows it\)/);
    expect(printed).toContain("Nothing was sent, because nothing is allowed.");
    expect([code, service.requests]).toEqual([2, []]);
  });

  const wrong = { TESTSIGMA_BASE_URL: "http://example.com", TESTSIGMA_PROJECT_ID: "42" };
  it.each([
    [wrong, [], 2, "TESTSIGMA_API_KEY is not set."],
    [wrong, [], 2, 'TESTSIGMA_BASE_URL is "http://example.com". It takes an https: URL'],
    [wrong, [], 2, 'TESTSIGMA_PROJECT_ID is "42". It takes the UUID of a project.'],
    [settings, ["--confirm"], 2, "unknown option '--confirm'"],
    [{}, ["--help"], 0, "Usage: pnpm contract:live"],
  ])("with %j %j, and ends with %i", async (env, args, code, message) => {
    const outcome = await contractLive(env as Record<string, string>, ...args);

    expect(outcome).toEqual({ code, printed: expect.stringContaining(message) });
  });
});
