import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { createClient, paginate, type TestsigmaClient } from "@testsigma-tms/client";
import { createMockFetch, type StateOptions } from "@testsigma-tms/mock";
import { readSpec } from "@testsigma-tms/spec/reader";
import { onTestFinished } from "vitest";

/** A run as the mock remembers it. */
interface RecordedRun {
  id: string;
  title: string | undefined;
  status: string;
  /** Names of the results by the test case's human id. */
  results: Record<string, string>;
}

interface SeenRequest {
  operation: string;
  /** Number of earlier requests of this operation. */
  index: number;
  /** The parsed JSON, or the parts of a form. */
  body: unknown;
}

/** The fault of a request: its connection is lost before or after it is executed, or it gets another response. */
export type Fault = "lost-before" | "lost-after" | Response | undefined;

const origin = "https://test-management.testsigma.com";
const baseUrl = `${origin}/api/v1`;
export const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const seededCases = 5;
const seed = "tests";

/** A mock with memory whose requests can be inspected and can fail. */
export class MemoryService {
  readonly requests: SeenRequest[] = [];
  readonly authorizations = new Set<string | null>();
  /** The runs that were created, in their state after the last write; under a rate limit, after `look`. */
  runs: RecordedRun[] = [];
  /** Decides what happens to a request. */
  fault: (request: SeenRequest) => Fault | Promise<Fault> = () => undefined;
  /** Called with the query of each request, which it can reduce to what the service knows. */
  known: (query: URLSearchParams) => void = () => undefined;
  readonly mock: ReturnType<typeof createMockFetch>;
  /** The client of another user, whose requests are not recorded and happen seconds later, beyond any rate limit. */
  readonly other: TestsigmaClient;
  readonly #isReady: Promise<void>;
  readonly #isLimited: boolean;

  constructor({ cases = seededCases, ...state }: StateOptions & { cases?: number } = {}) {
    let laterMs = 0;
    const now = () => Date.now() + laterMs;
    this.#isLimited = state.rateLimit !== undefined;
    this.mock = createMockFetch({ seed, state: { casesAfterReads: 0, importAfterReads: 1, now, ...state } });
    const fetch: typeof globalThis.fetch = (...request) => {
      laterMs += 2_000;
      return this.mock(...request);
    };
    this.other = createClient({ apiKey: "other", baseUrl, fetch, maxRetries: 0 });
    this.#isReady = this.#prepare(cases);
  }

  /** The names of the requested operations, in order. */
  get operations(): string[] {
    return this.requests.map(({ operation }) => operation);
  }

  /** The files that were sent, in order. */
  get files(): string[] {
    const parts = this.requests.flatMap(({ body }) => Object.values(body ?? {}));
    return parts.flatMap((part: unknown) => (part instanceof File ? [part.name] : []));
  }

  readonly fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    await this.#isReady;
    const address = new URL(url instanceof Request ? url.url : url);
    this.known(address.searchParams);
    const request = new Request(url instanceof Request ? url : address, init);
    this.authorizations.add(request.headers.get("authorization"));
    const operation = operationOf(request);
    const index = this.requests.filter((earlier) => earlier.operation === operation).length;
    const seen = { operation, index, body: await bodyOf(request.clone()) };
    this.requests.push(seen);
    const fault = await this.fault(seen);
    if (fault === "lost-before") throw lost();
    if (fault instanceof Response) return fault;
    const response = await this.mock(request);
    if (request.method !== "GET" && !this.#isLimited) await this.look();
    if (fault === "lost-after") throw lost();
    return response;
  };

  /** Serves the mock on a socket, for a process, until the test has finished. Returns the base URL. */
  async serve(): Promise<string> {
    const server = createServer(async (request, response) => {
      const { method = "GET", url = "", headers } = request;
      const body = await buffer(request);
      const given = { "content-type": headers["content-type"] ?? "", authorization: headers.authorization ?? "" };
      const init = { method, headers: given, ...(body.length > 0 && { body }) };
      const mocked = await this.fetch(origin + url, init).catch(() => request.socket.destroy());
      if (!(mocked instanceof Response)) return;
      response.writeHead(mocked.status, Object.fromEntries(mocked.headers)).end(await mocked.bytes());
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${Object(server.address()).port}/api/v1`;
  }

  /** Closes all runs, as another shard would. */
  async closeAll(): Promise<void> {
    for (const { id } of this.runs) await this.other.updateTestRun({ project_id, test_run_id: id, status: "CLOSED" });
    await this.look();
  }

  /** Reads `runs`. */
  async look(): Promise<void> {
    const { data } = await this.other.listTestRuns({ project_id, page_size: 100 });
    this.runs = await Promise.all(
      data.test_runs.map(async ({ id, title, status }) => {
        const page = await this.other.listTestRunCases({ project_id, test_run_id: id, page_size: 1000 });
        const results = page.data.test_run_cases?.map((row) => [row.test_case?.human_id, row.status]) ?? [];
        return { id, title, status, results: Object.fromEntries(results) };
      }),
    );
  }

  async #prepare(cases: number): Promise<void> {
    const { data } = await this.other.listTestRuns({ project_id });
    for (const { id } of data.test_runs) await this.other.deleteTestRun({ project_id, test_run_id: id });
    for (let number = seededCases + 1; number <= cases; number++) {
      await this.other.createTestCase({ ...newCase, project_id, title: `Case ${number}` });
    }
  }
}

/** Creates a client without retries. */
export function clientOf({ fetch }: MemoryService): TestsigmaClient {
  return createClient({ apiKey: "eyJtest.key", baseUrl, fetch, maxRetries: 0 });
}

/** Makes a service limit its pages to 100 items and ignore every cursor parameter except the one with this name. */
export function withCursor(service: MemoryService, known?: string): MemoryService {
  service.known = (query) => {
    if (Number(query.get("page_size")) > 100) query.set("page_size", "100");
    const cursor = known ? query.get(known) : null;
    for (const name of ["cursor", "next", "page_token", "after"]) query.delete(name);
    if (cursor) query.set("cursor", cursor);
  };
  return service;
}

/** Lets a service have more test cases than can be created one by one: in pages of 500, and each by itself. */
export function withManyCases(service: MemoryService, count: number): MemoryService {
  const testCase = (number: number) => ({ id: randomUUID(), human_id: `DEMO-${number}`, title: `Case ${number}` });
  service.fault = ({ operation, index }) => {
    if (operation === "getTestCase") return json(200, { message: "", data: { test_case: testCase(count) } });
    if (operation !== "listTestCases") return undefined;
    const test_cases = Array.from({ length: 500 }, (_, row) => testCase(index * 500 + row + 1));
    const next = (index + 1) * 500 < count ? `?cursor=${index + 1}` : null;
    return json(200, { message: "", data: { test_cases }, page_info: { next, total_count: count } });
  };
  return service;
}

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const routes = operations.map(({ id, method, path }) => ({
  id,
  method,
  pattern: new RegExp(`/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));
const createTestCase = operations.find(({ id }) => id === "createTestCase");
// Without the folder, which the mock does not have.
const [{ folder_id: _, ...newCase }] = Object.values(createTestCase?.requestBody?.content[0]?.examples ?? {}).map(
  ({ value }) => Object(value),
);

function operationOf({ method, url }: Request): string {
  const { pathname } = new URL(url);
  return routes.find((route) => route.method === method && route.pattern.test(pathname))?.id ?? pathname;
}

async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/")) return Object.fromEntries(await request.formData());
  return type === "application/json" ? request.json() : undefined;
}

const lost = () => new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });

/** Rejects every request that sets the result of a test case. */
export function rejectResultOf(id: string): (request: SeenRequest) => Fault {
  return ({ operation, body }) =>
    operation === "updateTestRunCases" && JSON.stringify(body).includes(id)
      ? json(400, { message: "Invalid test case", errors: { code: 400, message: "", details: "" } })
      : undefined;
}

export function json(status: number, body: object): Response {
  return Response.json(body, { status });
}

/** A mock with the same data as every other mock with this seed. */
const known = clientOf(new MemoryService({ cases: 250 }));
const everyCase = await Array.fromAsync(paginate(known.listTestCases, { project_id, page_size: 250 }));
const statuses = await Array.fromAsync(paginate(known.listTestRunStatuses, {}));
export const [user] = await Array.fromAsync(paginate(known.listUsers, {}));

/** Returns the UUID of the test case `DEMO-<number>`. */
export const caseId = (number: number) => everyCase[number - 1]?.id ?? "";
export const caseTitle = (number: number) => everyCase[number - 1]?.title ?? "";
/** Returns the UUID of a result by its name. */
export const statusId = (name: string) => statuses.find((status) => status.name === name)?.id ?? "";
