import { describe, expect, it } from "vitest";
import { testsigmaApi } from "../src/api.js";
import { createMockFetch, type MockOptions } from "../src/index.js";
import { type Content, projectId, read, smallestRun } from "./create-run.js";

const inProject = `/api/v1/projects/${projectId}`;
const seededCase = "9ac271b6-4e89-4c93-8c75-2d625efa0b2d";
const everyCase = { ...smallestRun, selection_type: "DYNAMIC", static_selection_filters: [] };
const now = Date.UTC(2026, 10, 24);

/** Opens a mock with a memory, and functions that call it and resolve to the status and content of the response. */
function open(options: Pick<MockOptions, "seed"> & { state?: object } = {}) {
  const mock = createMockFetch({ state: { now: () => now }, ...options });
  const call = async (method: string, path: string, body?: object) => {
    const isForm = body instanceof FormData;
    const response = await mock(`http://mock.test${path.startsWith("/api") ? path : inProject + path}`, {
      method,
      headers: { Authorization: "Bearer any", ...(body && !isForm && { "Content-Type": "application/json" }) },
      body: isForm ? body : body ? JSON.stringify(body) : null,
    });
    const { status, body: content } = await read(response);
    return { status, content };
  };
  const createRun = async (title: string, more = {}) =>
    (await call("POST", "/test_runs", { ...smallestRun, title, ...more })).content.data.test_run;
  const casesOf = async (run: string) =>
    (await call("GET", `/test_runs/${run}/test_cases`)).content.data.test_run_cases;
  const titles = async () => (await call("GET", "/test_runs")).content.data.test_runs.map(titleOf);
  return { mock, call, createRun, casesOf, titles };
}

const titleOf = ({ title }: { title: string }) => title;

/** Makes a form with one part. */
function formOf(name: string, value: string | File): FormData {
  const form = new FormData();
  form.append(name, value);
  return form;
}

describe("test runs", () => {
  it("finds a new run by its id and its human id, and in the list", async () => {
    const { call, createRun, titles } = open();
    const run = await createRun("Nightly");

    expect(run).toMatchObject({ title: "Nightly", human_id: "DEMO-R-2", created_at: now / 1000, status: "ACTIVE" });
    expect((await call("GET", `/test_runs/${run.id}`)).content.data.test_run).toMatchObject(run);
    expect((await call("GET", "/test_runs/DEMO-R-2")).content.data.test_run).toMatchObject(run);
    expect(await titles()).toEqual(["Smoke test of the last release", "Nightly"]);
  });

  it("rejects a second run with the title", async () => {
    const { call, createRun, mock } = open();
    await createRun("Nightly");
    const { status, content } = await call("POST", "/test_runs", { ...smallestRun, title: "Nightly" });

    expect([status, content.message]).toEqual([400, "Error test run title already exists"]);
    expect(mock.requests.at(-1)?.scenario).toBe("duplicate_title");
  });

  it("changes the properties that are sent, and none after CLOSED", async () => {
    const { call, createRun } = open();
    const { id } = await createRun("Nightly", { description: "Before" });

    const closed = await call("PUT", `/test_runs/${id}`, { status: "CLOSED" });
    expect(closed.content.data.test_run).toMatchObject({ title: "Nightly", description: "Before", status: "CLOSED" });
    expect((await call("PUT", `/test_runs/${id}`, { title: "Later" })).content.message).toBe("Test run is closed");
    expect((await call("GET", `/test_runs/${id}`)).content.data.test_run.title).toBe("Nightly");
  });

  it("forgets a deleted run", async () => {
    const { call, createRun } = open();
    const { id } = await createRun("Nightly");

    expect(await call("DELETE", `/test_runs/${id}`)).toEqual({ status: 204, content: undefined });
    const { status, content } = await call("GET", `/test_runs/${id}`);
    expect([status, content.errors.details]).toEqual([404, `Test run not found with ID: ${id}`]);
    expect((await createRun("Nightly")).human_id).toBe("DEMO-R-3");
  });

  it("has the cases of a new run after the first read, and takes their results then", async () => {
    const { call, createRun, casesOf } = open();
    const { id } = await createRun("Nightly");
    const { statuses } = (await call("GET", "/api/v1/test_runs/statuses")).content.data;
    const passed = statuses.find(({ name }: { name: string }) => name === "Passed").id;
    const results = { test_run_cases: [{ test_case_id: seededCase, test_run_status_id: passed }] };

    expect((await call("PUT", `/test_runs/${id}/test_cases`, results)).status).toBe(404);
    expect(await casesOf(id)).toEqual([]);
    expect(await casesOf(id)).toMatchObject([{ status: "UnTested", test_case: { id: seededCase } }]);
    expect((await call("PUT", `/test_runs/${id}/test_cases`, results)).status).toBe(200);
    expect(await casesOf(id)).toMatchObject([{ status: "Passed", status_id: passed }]);
    const { test_run } = (await call("GET", `/test_runs/${id}`)).content.data;
    expect(test_run.test_run_status_summary).toEqual([{ status_id: passed, status_name: "Passed", count: 1 }]);
  });

  it("accepts results as a form, and sets none if one is wrong", async () => {
    const { call, createRun, casesOf } = open({ state: { casesAfterReads: 0 } });
    const { id } = await createRun("Nightly");
    const send = (...test_run_cases: object[]) =>
      call("PUT", `/test_runs/${id}/test_cases`, formOf("data", JSON.stringify({ test_run_cases })));
    const result = { test_case_id: seededCase, user_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4" };

    expect((await send(result, { test_case_id: "none" })).status).toBe(404);
    expect((await casesOf(id))[0].assignee_id).toBe("");
    expect((await send(result)).status).toBe(200);
    expect((await casesOf(id))[0].assignee_id).toBe(result.user_id);
  });
});

describe("an import", () => {
  /** Imports a report; resolves to the first response and a function that reads the status. */
  async function importOf(report: string) {
    const { call, createRun } = open();
    const { id } = await createRun("Nightly");
    const form = formOf("junit_xml", new File([report], "report.xml", { type: "application/xml" }));
    const started = (await call("POST", `/junit-import/test-run/${id}`, form)).content.data.import;
    expect(started).toMatchObject({ status: "pending", test_run_id: id });
    const read = async () => (await call("GET", `/junit-imports/${started.id}/status`)).content.data.import;
    expect(await read()).toEqual({ status: "pending" });
    return read();
  }

  it("of a report is completed in time", async () => {
    const other = "<!-- <testcase> --><system-out><![CDATA[<testcase>]]></system-out>";
    const report = `<testsuite name="a>b"><testcase/><testcase><failure/></testcase>${other}</testsuite>`;
    const details = { imported_count: 2, failed_count: 1, errors: [] };
    expect(await importOf(report)).toEqual({ status: "completed", details });
  });

  it.each([
    ["no XML at all", "The report is not JUnit XML: it has no test suite."],
    ["<html/>", "The report is not JUnit XML: it has no test suite."],
    ["<testsuite><testcase>", "The report is not whole: it does not end with the end of its test suites."],
  ])("of %s fails", async (report, problem) => {
    const details = { imported_count: 0, failed_count: 0, errors: [problem] };
    expect(await importOf(report)).toEqual({ status: "failed", details });
  });
});

it("completes a plan, lists its runs, and unlinks them when it is deleted", async () => {
  const { call, createRun } = open();
  const plan = (await call("POST", "/test_plans", { title: "Release 7" })).content.data.test_plan;
  const run = await createRun("Nightly", { test_plan_id: plan.id });

  expect(plan.human_id).toBe("DEMO-P-2");
  expect((await call("GET", `/test_plans/${plan.human_id}/test_runs`)).content.data.test_runs).toMatchObject([
    { id: run.id },
  ]);
  expect((await call("POST", `/test_plans/${plan.id}/complete`)).content.data.test_plan.status).toBe("COMPLETED");
  await call("DELETE", `/test_plans/${plan.id}`);
  expect((await call("GET", `/test_runs/${run.id}`)).content.data.test_run.test_plan_id).toBe("");
});

it("does not store properties that a request must not set", async () => {
  const { call, createRun } = open();
  const run = await createRun("Nightly", { test_cases_count: 99, created_at: 1, id: "mine", human_id: "MINE" });
  expect(run).toMatchObject({ test_cases_count: 1, created_at: now / 1000, human_id: "DEMO-R-2" });

  const changes = { title: "Later", test_cases_count: 99, created_at: 1, id: "mine", human_id: "MINE" };
  const updated = await call("PUT", `/test_runs/${run.id}`, changes);
  expect(updated.content.data.test_run).toMatchObject({ ...run, title: "Later", updated_at: expect.any(Number) });
});

const requests = testsigmaApi.operations.flatMap((operation) => {
  const contents = operation.requestBody?.content ?? [];
  const bodies = contents
    .filter(({ mediaType }) => mediaType === "application/json")
    .flatMap(({ examples }) => Object.values(examples).map(({ value }) => value as object));
  return (contents.length > 0 ? bodies : [undefined]).map((body) => ({ ...operation, body }));
});
it.each(requests)("executes the documented request $id $body", async ({ id, method, path, parameters, body }) => {
  const { call, createRun, casesOf } = open();
  const ids = Object.fromEntries(parameters.map(({ name, example }) => [name, String(example)]));
  // Only a run of the memory has cases, and only its imports are known.
  if (/^(updateTestRunCases|assignTestRunUser)$/.test(id)) {
    const every = { selection_type: "DYNAMIC", static_selection_filters: [] };
    ids.test_run_id = (await createRun("Every case", every)).id;
    for (let read = 0; read < 2; read++) await casesOf(ids.test_run_id ?? "");
  }
  const url = `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? "")}`;
  const expected = id === "getJunitImport" ? 404 : expect.toSatisfy((status: number) => status < 300);

  expect((await call(method, url, body)).status).toEqual(expected);
});

describe("a reference is rejected", () => {
  const absent = "11111111-1111-4111-8111-111111111111";
  const lookups = ["type_id", "status_id", "automation_type_id", "priority_id"].map((name) => [name, absent]);
  const owner_id = "5f9a82b6-4e79-4162-9da6-7a3c2e5f4183";
  const testCase = { ...Object.fromEntries(lookups), title: "New", project_id: projectId, owner_id };
  const run = { ...smallestRun, title: "New" };
  const seededRun = "/test_runs/7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";
  const folderId = "e8db64d3-9291-44d9-9e30-69438c272f05";
  const result = { test_case_id: seededCase, test_run_status_id: absent, user_id: absent };
  const results = { test_run_cases: [result] };
  const steps = { individual_steps: [{ step_description: "Log in", step_group_id: absent }] };

  it.each([
    ["POST", "/test_runs", { ...run, assignee_id: absent }, "Invalid user"],
    ["PUT", seededRun, { assignee_id: absent }, "Invalid user"],
    ["POST", "/test_cases", { ...testCase, owner_id: absent }, "Invalid user"],
    ["POST", "/test_cases", { ...testCase, reviewer_id: absent }, "Invalid user"],
    ["PUT", `/test_cases/${seededCase}`, { owner_id: absent }, "Invalid user"],
    ["PUT", `${seededRun}/assign_user`, { user_id: absent, test_case_id: seededCase }, "Invalid user"],
    ["PUT", `${seededRun}/test_cases`, results, "Invalid user"],
    ["PUT", `${seededRun}/test_cases`, formOf("data", JSON.stringify(results)), "Invalid user"],
    ["POST", "/test_runs", { ...run, test_plan_id: absent }, "Test plan not found"],
    ["POST", "/test_cases", { ...testCase, folder_id: absent }, "Folder not found"],
    ["PUT", `/test_cases/${seededCase}`, { folder_id: absent }, "Folder not found"],
    ["PUT", `/test_cases/${seededCase}`, steps, "Step group not found"],
    ["POST", `/folders/${folderId}/move`, { parent_folder_id: absent }, "Folder not found"],
    ["POST", `/folders/${folderId}/move`, { parent_folder_id: folderId }, "Invalid parent folder"],
    ["GET", `/test_plans/${absent}/test_runs`, undefined, "Test plan not found"],
    ["GET", `/test_runs/${absent}/test_cases`, undefined, "Test run not found"],
    ["POST", `/test_plans/${absent}/complete`, undefined, "Test plan not found"],
    ["GET", `/api/v1/projects/${absent}/folders`, undefined, "Project not found"],
    ["GET", `/api/v1/projects/${absent}/junit-imports/${absent}/status`, undefined, "Project not found"],
  ])("by %s %s %j", async (method, path, body, message) => {
    const { status, content } = await open().call(method, path, body);
    expect([status, content.message]).toEqual([message.endsWith("not found") ? 404 : 400, message]);
  });
});

it("gives the steps of a step group their identifiers", async () => {
  const { call } = open();
  const steps = [{ step_description: "Log in", expected_result: "The dashboard", order: 1 }];
  const { step_group } = (await call("POST", "/step_groups", { title: "Login", steps })).content.data;

  expect(step_group.steps).toMatchObject([{ expected_results: "The dashboard", step_group_id: step_group.id }]);
});

describe("lists", () => {
  it("pages with a cursor that new things do not move, forth and back", async () => {
    const { call } = open();
    const page = async (url: string) => (await call("GET", url.replace("http://mock.test", ""))).content;
    const titles = ({ data }: Content) => data.test_cases.map(titleOf);
    const first = await page("/test_cases?page_size=2");
    const second = await page(first.page_info.next);
    const third = await page(second.page_info.next);

    expect(first.page_info).toMatchObject({ page_size: 2, total_count: 5, prev: "" });
    expect(titles(await page(second.page_info.prev))).toEqual(titles(first));
    expect(new Set([first, second, third].flatMap(titles)).size).toBe(5);
    expect(third.page_info.next).toBe("");
  });

  it("shows the bare cursor with its option, and accepts it", async () => {
    const { call } = open({ state: { pages: "cursor" } });
    const { next } = (await call("GET", "/test_cases?page_size=4")).content.page_info;

    expect(JSON.parse(Buffer.from(next, "base64").toString())).toMatchObject([
      { field: "test_cases.tsid", direction: "ASC" },
    ]);
    expect((await call("GET", `/test_cases?cursor=${next}`)).content.data.test_cases).toHaveLength(1);
    expect((await call("GET", "/test_cases?cursor=nonsense")).content.message).toBe("Invalid cursor");
  });

  it.each([
    ["search=LOG%20in", 1],
    ["title__NEQ=Cancel%20a%20booking", 4],
    ["title__CONTAINS=booking", 1],
    ["filter=nothing", 5],
  ])("filters as observed, and ignores what is unknown: %s", async (query, count) => {
    expect((await open().call("GET", `/test_cases?${query}`)).content.page_info.total_count).toBe(count);
  });
});

it("responds with the observed 500 beyond the rate limit", async () => {
  let time = now;
  const { call } = open({ state: { now: () => time, rateLimit: 10 } });
  for (let index = 0; index < 10; index++) expect((await call("GET", "/test_runs")).status).toBe(200);

  expect(await call("GET", "/test_runs")).toEqual({ status: 500, content: { message: "rate limit exceeded" } });
  time += 1001;
  expect((await call("GET", "/test_runs")).status).toBe(200);
});

it("makes the same identifiers from the same seed, also after clear", async () => {
  const { mock, call, createRun } = open({ seed: "a" });
  const { id } = await createRun("Nightly");
  mock.clear();

  expect((await call("GET", `/test_runs/${id}`)).status).toBe(404);
  expect((await createRun("Nightly")).id).toBe(id);
  expect((await open({ seed: "b" }).createRun("Nightly")).id).not.toBe(id);
});

it("returns times in milliseconds with its option", async () => {
  const { createRun } = open({ state: { now: () => now, timestamps: "milliseconds" } });

  expect((await createRun("Nightly")).created_at).toBe(now);
});

it("creates one run if two requests with one title arrive in parallel", async () => {
  const { call } = open();
  const send = () => call("POST", "/test_runs", { ...smallestRun, title: "Nightly" });
  const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);

  expect(statuses.sort()).toEqual([200, 400, 400]);
});

it.each([
  ["connection_reset", true],
  ["bad_gateway", true],
  ["moved", false],
  ["unavailable", false],
  ["too_many_requests", false],
  ["created", false],
] as const)("after %s, has the run: %s", async (scenario, isCreated) => {
  const { mock, call, titles } = open();
  mock.play({ createTestRun: [scenario] });
  await call("POST", "/test_runs", { ...smallestRun, title: "Nightly" }).catch(() => {});

  expect((await titles()).includes("Nightly")).toBe(isCreated);
});

describe("the selection of a run", () => {
  async function selection(body: object, state: object = {}) {
    const { mock, call } = open({ state: { casesAfterReads: 0, ...state } });
    const { status, content } = await call("POST", "/test_runs", { ...everyCase, title: "Selected", ...body });
    const count = content.data?.test_run.test_cases_count;
    return { status, count, warnings: mock.requests.at(-1)?.warnings, content };
  }
  const filter = (field: string, operator: string, ...values: string[]) => ({
    selection_type: "STATIC",
    static_selection_filters: [{ field, operator, values }],
  });

  it("has the cases that id IN names, and warns of unknown ids", async () => {
    expect(await selection(filter("id", "IN", seededCase))).toMatchObject({ count: 1, warnings: [] });
    expect(await selection(filter("id", "IN", seededCase, "DEMO-1"))).toMatchObject({
      count: 1,
      warnings: ["The selection contains unknown test case ids: DEMO-1"],
    });
  });

  it.each([
    ["id", "NOT_IN"],
    ["foo", "XX"],
  ])("has nothing by %s %s, of which nothing is known, and says so", async (field, operator) => {
    const problem = `static_selection_filters.0 is ${field} ${operator}; only id IN is known to work`;
    expect(await selection(filter(field, operator, seededCase))).toMatchObject({
      count: 0,
      warnings: [`${problem}, and this filter selects nothing`],
    });
    const rejected = await selection(filter(field, operator, seededCase), { unknownFilters: "reject" });
    expect(rejected).toMatchObject({ status: 400, content: { errors: { details: expect.stringContaining(problem) } } });
  });

  it("ignores the filters of a dynamic selection, as observed, and warns", async () => {
    const dynamic_selection_filters = [{ field: "folder_id", operator: "EQUALS", values: [seededCase] }];
    expect(await selection({ dynamic_selection_filters })).toMatchObject({
      count: 5,
      warnings: ["dynamic_selection_filters are ignored, as on the service: the run has every test case"],
    });
    expect(await selection({ dynamic_selection_excluded_test_case_ids: [seededCase] })).toMatchObject({ count: 4 });
  });

  it("is for a user of the organization", async () => {
    expect(await selection({ assignee_id: "5f9a82b6-4e79-4162-9da6-7a3c2e5f4183" })).toMatchObject({ status: 200 });
    expect(await selection({ assignee_id: seededCase })).toMatchObject({
      status: 400,
      content: {
        message: "Invalid user",
        errors: { details: expect.stringMatching(/See GET \/users\..* is not known/) },
      },
    });
  });
});
