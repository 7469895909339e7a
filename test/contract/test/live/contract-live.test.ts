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
  }, 60_000);

  it("finds every deviation in the responses", async () => {
    await using service = await startService(
      inTestRun((testRun) => {
        testRun.not_in_the_spec = [];
        testRun.created_at = "2026-11-23";
        delete testRun.id;
      }),
      (response) => {
        if (response.status === 404) response.headers.set("content-type", "text/html");
        return response;
      },
      (response) =>
        response.status === 401 ? new Response(null, { status: 302, headers: { location: "/login?k=1" } }) : response,
    );
    const { code, printed } = await runAgainst(service, creates);

    expect(printed).toContain("createTestRun 200: unknown property: /data/test_run/not_in_the_spec (2 times)");
    expect(printed).toContain("createTestRun 200: body: /data/test_run/created_at must be integer (2 times)");
    expect(printed).toContain("createTestRun 200: body: /data/test_run must have required property 'id' (2 times)");
    expect(printed).toContain("createTestRun 404: content type: text/html; documented is application/json");
    expect(printed).toContain("createTestRun 302: redirect: 302 to /login");
    expect(printed).toContain("Deviations from the spec: 5.");
    expect(printed).toContain("Some tests failed");
    expect(printed).not.toContain(settings.TESTSIGMA_API_KEY);
    expect(code).toBe(1);
  }, 60_000);

  it("finds an undocumented status, and a redirect that the client follows", async () => {
    await using service = await startService((response, request) => {
      if (!request.url.includes("/moved/")) {
        const location = request.url.replace("http://localhost/api", "/moved/api");
        return new Response(null, { status: 308, headers: { location } });
      }
      return response.ok ? new Response(response.body, { status: 206, headers: response.headers }) : response;
    });
    const { code, printed } = await runAgainst(service, creates);

    expect(printed).toContain("createTestRun 206: undocumented status: 206; documented are 200,");
    expect(printed).toMatch(/createTestRun 308: redirect: 308 to \/moved\/api\/v1\/projects/);
    expect(code).toBe(1);
  }, 60_000);

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
  }, 60_000);
});

describe("a live run", () => {
  it("that is allowed to read sends nothing else", async () => {
    await using service = await startService();
    await runAgainst(service, reads);

    expect([...methodsOf(service)].filter((method) => method !== "GET")).toEqual([]);
  }, 60_000);

  it("that is allowed everything changes what it created, and deletes it", async () => {
    await using service = await startService();
    const { printed } = await runAgainst(service, { ...reads, ...creates, ...changes });
    const [, created, deleted] = /Created: (\d+)\. Deleted: (\d+)\./.exec(printed) ?? [];

    expect(methodsOf(service)).toEqual(new Set(["GET", "POST", "PUT", "DELETE"]));
    expect(Number(created)).toBeGreaterThan(2);
    expect(deleted).toBe(created);
  }, 60_000);

  it("that is allowed to change, but not to create, changes nothing", async () => {
    await using service = await startService();
    await runAgainst(service, changes);

    expect(service.requests).toEqual([]);
  }, 60_000);
});

describe("a live run sends nothing", () => {
  it("by default, and says what each permission allows", async () => {
    await using service = await startService();
    const { code, printed } = await runAgainst(service);

    expect(printed).toMatch(/no +reads.*\(TESTSIGMA_ALLOW_READS=yes allows it\)/);
    expect(printed).toMatch(/no +creates.*\(TESTSIGMA_ALLOW_CREATES=yes allows it\)/);
    expect(printed).toMatch(/no +changes and deletes.*\(TESTSIGMA_ALLOW_CHANGES=yes allows it\)/);
    expect(printed).toContain("Nothing was sent, because nothing is allowed.");
    expect(code).toBe(2);
    expect(service.requests).toEqual([]);
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
    const { code, printed } = await contractLive(settings, "--confirm");

    expect(printed).toContain("unknown option '--confirm'");
    expect(printed).toContain("--help");
    expect(code).toBe(2);
  });
});

it("a live run explains itself with --help", async () => {
  const { code, printed } = await contractLive({}, "--help");

  expect(printed).toContain("Usage: pnpm contract:live");
  expect(code).toBe(0);
});
