import { readFile } from "node:fs/promises";
import { createClient } from "@testsigma-tms/client";
import { createMockFetch, type StateOptions } from "@testsigma-tms/mock";
import type { Service } from "../src/service/service.ts";
import { createService } from "../src/service/service.ts";

/** A run as the mock remembers it. */
export interface RecordedRun {
  id: string;
  human_id: string;
  title: string;
  status: string;
  /** Names of the results by the test case's id. */
  results: Map<string, string>;
}

export interface SeenRequest {
  operation: string;
  /** Number of earlier requests of this operation. */
  index: number;
  /** The parsed JSON, or the parts of a form. */
  body: unknown;
}

/** The fault of a request: its connection is lost before or after it is executed, or it gets another response. */
export type Fault = "lost-before" | "lost-after" | Response | undefined;

export const baseUrl = "https://test-management.testsigma.com/api/v1";
export const projectId = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const project = `/projects/${projectId}`;
const seededCases = 5;

/** A mock with memory whose requests can be inspected and can fail. */
export class MemoryService {
  readonly requests: SeenRequest[] = [];
  /** The operations that were executed, in order. */
  readonly executed: string[] = [];
  readonly authorizations = new Set<string | null>();
  /** The runs that were created, in their state after the last write. */
  runs: RecordedRun[] = [];
  /** Decides what happens to a request. */
  fault: (request: SeenRequest) => Fault | Promise<Fault> = () => undefined;
  /** Called with the query of each request, which it can reduce to what the service knows. */
  known: (query: URLSearchParams) => void = () => undefined;
  readonly #mock: ReturnType<typeof createMockFetch>;
  readonly #isReady: Promise<void>;

  constructor({ cases = seededCases, ...state }: StateOptions & { cases?: number } = {}) {
    this.#mock = createMockFetch({ seed: "tests", state: { casesAfterReads: 0, importAfterReads: 1, ...state } });
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

  readonly fetch = (url: string | URL | Request, init?: RequestInit): Promise<Response> => this.#respond(url, init);

  async #respond(url: string | URL | Request, init?: RequestInit): Promise<Response> {
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
    const response = await this.#mock(request);
    this.executed.push(operation);
    if (request.method !== "GET") await this.#look();
    if (fault === "lost-after") throw lost();
    return response;
  }

  /** Sends an unrecorded request, as another user of the service. */
  async send(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { authorization: "Bearer other", "content-type": "application/json" };
    const response = await this.#mock(`${baseUrl}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? undefined : response.json();
  }

  /** Closes all runs, as another shard would. */
  async closeAll(): Promise<void> {
    for (const { id } of this.runs) await this.send("PUT", `${project}/test_runs/${id}`, { status: "CLOSED" });
    await this.#look();
  }

  async #prepare(cases: number): Promise<void> {
    const { data } = (await this.send("GET", `${project}/test_runs`)) as { data: { test_runs: { id: string }[] } };
    for (const { id } of data.test_runs) await this.send("DELETE", `${project}/test_runs/${id}`);
    for (let number = seededCases + 1; number <= cases; number++) {
      await this.send("POST", `${project}/test_cases`, { ...newCase, title: `Case ${number}` });
    }
  }

  async #look(): Promise<void> {
    const { data } = (await this.send("GET", `${project}/test_runs?page_size=100`)) as {
      data: { test_runs: RecordedRun[] };
    };
    this.runs = await Promise.all(
      data.test_runs.map(async (run) => {
        const cases = (await this.send("GET", `${project}/test_runs/${run.id}/test_cases?page_size=1000`)) as {
          data: { test_run_cases: { status: string; test_case: { id: string } }[] };
        };
        return { ...run, results: new Map(cases.data.test_run_cases.map((row) => [row.test_case.id, row.status])) };
      }),
    );
  }
}

/** Creates a service in the form that reporting uses, on a client without retries. */
export function serviceOf(service: MemoryService): Service {
  return createService(createClient({ apiKey: "eyJtest.key", baseUrl, fetch: service.fetch, maxRetries: 0 }));
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

interface SpecFile {
  paths: Record<
    string,
    Record<string, { operationId?: string; requestBody?: { content: Record<string, { examples: object }> } }>
  >;
}

const spec: SpecFile = JSON.parse(
  await readFile(new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json")), "utf8"),
);
const routes = Object.entries(spec.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { operationId }]) =>
    operationId
      ? [{ method: method.toUpperCase(), pattern: new RegExp(`/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`), operationId }]
      : [],
  ),
);
const [newCase] = Object.values(
  spec.paths["/projects/{project_id}/test_cases"]?.post?.requestBody?.content["application/json"]?.examples ?? {},
).map(({ value }: { value: object }) => value);

function operationOf({ method, url }: Request): string {
  const { pathname } = new URL(url);
  return routes.find((route) => route.method === method && route.pattern.test(pathname))?.operationId ?? pathname;
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
const known = new MemoryService({ cases: 250 });
const everyCase = await Array.fromAsync(serviceOf(known).listTestCases(projectId));
const statuses = await serviceOf(known).listStatuses();
const users = await Array.fromAsync(serviceOf(known).listUsers());

/** Returns the UUID of the test case `DEMO-<number>`. */
export const caseId = (number: number) => everyCase[number - 1]?.id ?? "";
export const caseTitle = (number: number) => everyCase[number - 1]?.title ?? "";
export const humanIdOf = (id: string) => everyCase.find((testCase) => testCase.id === id)?.humanId ?? "";
/** Returns the UUID of a result by its name. */
export const statusId = (name: string) => statuses.find((status) => status.name === name)?.id ?? "";
export const user = users[0] ?? { id: "", email: "", isActive: false };
