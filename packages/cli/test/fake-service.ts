import { createClient } from "@testsigma-tms/client";
import { createService } from "../src/service/create-service.ts";
import type { Service } from "../src/service/service.ts";

/** A small service with memory behind a `fetch`, with the shapes that were observed on the live one. */

export interface FakeCase {
  id: string;
  human_id: string;
  title: string;
}

export interface FakeRun {
  id: string;
  human_id: string;
  title: string;
  status: string;
  description: string;
  /** Status name by id of the test case. */
  results: Map<string, string>;
}

export interface FakeRequest {
  operation: string;
  /** How many requests of this operation came before. */
  index: number;
  body: unknown;
}

/** What happens to a request: lost before or after it is executed, or another response. */
export type Fault = "lost-before" | "lost-after" | Response | undefined;

export const projectId = "c47ade67-0543-4582-a4a5-b7de447c94f5";
export const baseUrl = "https://tms.test.testsigma.com/api/v1";
export const userId = "5f9a82b6-4e79-4162-9da6-7a3c2e5f4183";

const statusNames = ["Passed", "Failed", "Blocked", "Skipped", "UnTested", "In Progress"];
export const statusId = (name: string) => uuid("5", statusNames.indexOf(name) + 1);
export const caseId = (number: number) => uuid("c", number);
const uuid = (kind: string, number: number) => `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, "0")}`;

export class FakeService {
  readonly cases: FakeCase[] = [];
  readonly runs: FakeRun[] = [];
  readonly requests: FakeRequest[] = [];
  readonly imports: string[] = [];
  readonly attached: string[] = [];
  readonly authorizations = new Set<string | null>();
  /** Decides what happens to a request. */
  fault: (request: FakeRequest) => Fault = () => undefined;
  /** Cases of a run appear after this many reads. */
  readsUntilFilled = 0;
  /** Ids of cases whose result is rejected. */
  readonly rejectedCases = new Set<string>();
  importStates = ["completed"];
  /** `next` is a cursor, as observed, and not the documented URL. */
  hasCursors = false;
  #reads = new Map<string, number>();

  constructor({ cases = 5 }: { cases?: number } = {}) {
    for (let number = 1; number <= cases; number++) {
      this.cases.push({ id: caseId(number), human_id: `DEMO-${number}`, title: `Case ${number}` });
    }
  }

  /** The names of the operations that were asked for, in order. */
  get operations(): string[] {
    return this.requests.map(({ operation }) => operation);
  }

  readonly fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    this.authorizations.add(request.headers.get("authorization"));
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace("/api/v1", "");
    const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
    if (!route) return json(404, { code: 404, message: "Not Found" });
    const [, pattern, operation] = route;
    const ids = pattern.exec(path)?.slice(1) ?? [];
    const isForm = request.headers.get("content-type")?.startsWith("multipart/");
    const body: unknown = isForm
      ? Object.fromEntries(await request.formData())
      : request.method === "GET"
        ? undefined
        : await request.json();
    const index = this.requests.filter((earlier) => earlier.operation === operation).length;
    const known = { operation, index, body };
    this.requests.push(known);
    const fault = this.fault(known);
    if (fault === "lost-before") throw lost();
    if (fault instanceof Response) return fault;
    const response = this[operation](ids, searchParams, body);
    if (fault === "lost-after") throw lost();
    return response;
  };

  listProjects() {
    const projects = [
      { id: projectId, name: "Demo project", human_id_prefix: "DEMO" },
      { id: uuid("d", 1), name: "Bank", human_id_prefix: "BNK" },
    ];
    return json(200, { message: "", data: { projects } });
  }

  listTestCases(_: string[], query: URLSearchParams) {
    return this.#page(this.cases, query, (items) => ({ test_cases: items }));
  }

  getTestCase([, id]: string[]) {
    const found = this.cases.find((testCase) => testCase.id === id || testCase.human_id === id);
    return found ? json(200, { message: "", data: { test_case: found } }) : notFound("test case");
  }

  listTestRuns(_: string[], query: URLSearchParams) {
    const search = query.get("search") ?? "";
    return this.#page(this.runs.filter(({ title }) => title.includes(search)).map(shownRun), query, (items) => ({
      test_runs: items,
    }));
  }

  getTestRun([, id]: string[]) {
    const run = this.#run(id);
    return run ? json(200, { message: "", data: { test_run: shownRun(run) } }) : notFound("test run");
  }

  createTestRun(_: string[], __: URLSearchParams, body: unknown) {
    const {
      title,
      description = "",
      selection_type,
      static_selection_filters,
    } = body as {
      title: string;
      description?: string;
      selection_type: string;
      static_selection_filters: { values: string[] }[];
    };
    if (this.runs.some((run) => run.title === title)) {
      return json(400, {
        message: "Error test run title already exists",
        errors: { code: 400, message: "", details: "" },
      });
    }
    const ids =
      selection_type === "DYNAMIC"
        ? this.cases.map(({ id }) => id)
        : static_selection_filters.flatMap(({ values }) => values);
    const number = this.runs.length + 1;
    const run: FakeRun = {
      id: uuid("a", number),
      human_id: `DEMO-R-${number}`,
      title,
      description,
      status: "ACTIVE",
      results: new Map(ids.map((id) => [id, "UnTested"])),
    };
    this.runs.push(run);
    return json(200, { message: "", data: { test_run: shownRun(run) } });
  }

  updateTestRun([, id]: string[], _: URLSearchParams, body: unknown) {
    const run = this.#run(id);
    if (!run) return notFound("test run");
    if (run.status === "CLOSED") return locked();
    Object.assign(run, body);
    return json(200, { message: "", data: { test_run: shownRun(run) } });
  }

  listTestRunCases([, id]: string[], query: URLSearchParams) {
    const run = this.#run(id);
    if (!run) return notFound("test run");
    const reads = this.#reads.get(run.id) ?? 0;
    if ((query.get("page") ?? "1") === "1") this.#reads.set(run.id, reads + 1);
    const ids = reads < this.readsUntilFilled ? [] : [...run.results];
    return this.#page(
      ids.map(([testCaseId, status], index) => ({
        id: uuid("b", index + 1),
        status,
        status_id: statusId(status),
        test_case: this.cases.find((testCase) => testCase.id === testCaseId),
      })),
      query,
      (items) => ({ test_run_cases: items }),
    );
  }

  updateTestRunCases([, id]: string[], _: URLSearchParams, body: unknown) {
    const run = this.#run(id);
    if (!run) return notFound("test run");
    if (run.status === "CLOSED") return locked();
    const { data, ...files } = body as { data: string; [file: string]: string | File };
    const { test_run_cases: rows } = JSON.parse(data) as {
      test_run_cases: { test_case_id: string; test_run_status_id: string }[];
    };
    if (rows.some(({ test_case_id }) => this.rejectedCases.has(test_case_id) || !run.results.has(test_case_id))) {
      return json(400, { message: "Invalid test case", errors: { code: 400, message: "", details: "" } });
    }
    for (const { test_case_id, test_run_status_id } of rows) {
      run.results.set(test_case_id, statusNames.find((name) => statusId(name) === test_run_status_id) ?? "?");
    }
    for (const file of Object.values(files)) if (file instanceof File) this.attached.push(file.name);
    return json(200, { message: "", data: { test_run_cases: rows } });
  }

  listTestRunStatuses() {
    return json(200, { message: "", data: { statuses: statusNames.map((name) => ({ id: statusId(name), name })) } });
  }

  listUsers() {
    return json(200, { message: "", data: [{ id: userId, email: "ann@example.com", status: "ACTIVE" }] });
  }

  importJunitReport(_: string[], __: URLSearchParams, body: unknown) {
    const { junit_xml } = body as { junit_xml: File };
    this.imports.push(junit_xml.name);
    const id = uuid("e", this.imports.length);
    return json(200, { message: "", data: { import: { id, status: "pending" } } });
  }

  getJunitImport() {
    const status = this.importStates.length > 1 ? this.importStates.shift() : this.importStates[0];
    const details = { imported_count: 1, failed_count: status === "failed" ? 1 : 0, errors: [] };
    return json(200, { message: "", data: { import: { status, details } } });
  }

  #page<Item>(items: Item[], query: URLSearchParams, wrap: (items: Item[]) => object): Response {
    const size = Number(query.get("page_size") ?? 20);
    const number = Number(query.get("page") ?? 1);
    const isLast = number * size >= items.length;
    const next = this.hasCursors ? "W3siZmllbGQiOiJ0c2lkIn1d" : `${baseUrl}/?page_size=${size}&page=${number + 1}`;
    return json(200, {
      message: "",
      data: wrap(items.slice((number - 1) * size, number * size)),
      page_info: { page_size: size, total_count: items.length, next: isLast ? "" : next, prev: "" },
    });
  }

  #run(id: string | undefined) {
    return this.runs.find((run) => run.id === id || run.human_id === id);
  }
}

/** A service as reporting sees it, on a client that repeats nothing by itself. */
export function serviceOf(service: FakeService): Service {
  return createService(createClient({ apiKey: "eyJtest.key", baseUrl, fetch: service.fetch, maxRetries: 0 }));
}

const project = "/projects/([^/]+)";
const run = `${project}/test_runs/([^/]+)`;
const routes = [
  ["GET", /^\/projects$/, "listProjects"],
  ["GET", new RegExp(`^${project}/test_cases$`), "listTestCases"],
  ["GET", new RegExp(`^${project}/test_cases/([^/]+)$`), "getTestCase"],
  ["GET", new RegExp(`^${project}/test_runs$`), "listTestRuns"],
  ["POST", new RegExp(`^${project}/test_runs$`), "createTestRun"],
  ["GET", new RegExp(`^${run}$`), "getTestRun"],
  ["PUT", new RegExp(`^${run}$`), "updateTestRun"],
  ["GET", new RegExp(`^${run}/test_cases$`), "listTestRunCases"],
  ["PUT", new RegExp(`^${run}/test_cases$`), "updateTestRunCases"],
  ["GET", /^\/test_runs\/statuses$/, "listTestRunStatuses"],
  ["GET", /^\/users$/, "listUsers"],
  ["POST", new RegExp(`^${project}/junit-import/test-run/([^/]+)$`), "importJunitReport"],
  ["GET", new RegExp(`^${project}/junit-imports/([^/]+)/status$`), "getJunitImport"],
] as const;

function shownRun({ id, human_id, title, description, status, results }: FakeRun) {
  return { id, human_id, title, description, status, test_cases_count: results.size };
}

export function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

const notFound = (what: string) =>
  json(404, { message: `${what} not found`, errors: { code: 404, message: "", details: "" } });
const locked = () => json(400, { message: "Test run is closed", errors: { code: 400, message: "", details: "" } });
const lost = () => new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
