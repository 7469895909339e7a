import { ApiError, AuthenticationError, createClient, NotFoundError, ValidationError } from "@testsigma-tms/client";
import { prefer } from "@testsigma-tms/mock";
import { describe, expect } from "vitest";
import { requestTo } from "../src/requests/request-to.ts";
import type { Target } from "../src/targets/target.ts";
import { changes, creates, isLive, it, operations } from "./contract-test.ts";

const [createTestRun] = operations.filter(({ id }) => id === "createTestRun");

describe("createTestRun", () => {
  const everything = {
    title: "Everything, nightly 2026-11-23",
    status: "ACTIVE",
    project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
    selection_type: "DYNAMIC" as const,
    static_selection_filters: [],
    dynamic_selection_filters: [],
  };
  /** Returns the input; on a live service, with its project and a title of this run. */
  const everythingIn = ({ projectId, newTitle }: Target) =>
    isLive ? { ...everything, project_id: projectId, title: newTitle() } : everything;

  creates("creates a run of every test case", async ({ client, target }) => {
    const { data } = await client.createTestRun(everythingIn(target));

    expect(data.test_run).toMatchObject({ project_id: target.projectId, status: "ACTIVE" });
  });

  creates("rejects a request without a key", async ({ target }) => {
    const body = everythingIn(target);
    expect.assert(createTestRun);
    const response = await requestTo(target, createTestRun, { parameters: { project_id: body.project_id }, body }, {});

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
  });

  creates("throws an AuthenticationError for a key that is rejected", async ({ target }) => {
    const { baseUrl, fetch } = target;
    const client = createClient({ apiKey: "invalid", baseUrl, fetch, maxRetries: 0 });
    const error = await failureOf(client.createTestRun(everythingIn(target)));

    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.body).toEqual({ code: 401, message: "Authorization header required" });
  });

  creates("throws a NotFoundError for a project that does not exist", async ({ client, target }) => {
    const input = { ...everythingIn(target), project_id: "00000000-0000-4000-8000-000000000000" };
    // A live service ignores the header.
    const error = await failureOf(client.createTestRun(input, { headers: prefer("project_not_found") }));

    expect(error).toBeInstanceOf(NotFoundError);
  });

  creates.for([
    ["an empty title", { title: "" }],
    ["a text for a date", { start_date: "tomorrow" }],
  ] as const)("throws a ValidationError for %s", async ([, broken], { client, target }) => {
    const error = await failureOf(client.createTestRun({ ...everythingIn(target), ...(broken as object) }));

    expect(error).toBeInstanceOf(ValidationError);
    expect(error.outcome).toBe("rejected");
  });

  if (isLive) {
    creates("throws a ValidationError for a title that is in use", async ({ client, target }) => {
      const input = everythingIn(target);
      await client.createTestRun(input);
      const error = await failureOf(client.createTestRun(input));

      expect(error).toBeInstanceOf(ValidationError);
      expect(error.body).toMatchObject({ message: "Error test run title already exists" });
    });
  }

  it("responds to the documented request with the documented response, properties in order", async ({ client }) => {
    const result = await client.createTestRun({
      title: "Regression suite — patient portal",
      description: "Executing regression test cases",
      status: "ACTIVE",
      project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
      human_id: "DEMO-001",
      selection_type: "STATIC",
      static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
      start_date: 1710675200,
      end_date: 1710761600,
      assignee_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
      label_names: ["Smoke", "Regression"],
      environment_ids: [],
    });

    expect(JSON.stringify(result)).toBe(
      JSON.stringify({
        message: "",
        data: {
          test_run: {
            id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
            human_id: "DEMO-R-1",
            created_at: 1710675200,
            updated_at: 1710675200,
            title: "Regression suite — patient portal",
            description: "Executing regression test cases",
            status: "ACTIVE",
            project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
            selection_type: "STATIC",
            start_date: 1710675200,
            end_date: 1710761600,
            assignee_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
            label_names: ["Smoke", "Regression"],
            environment_ids: [],
          },
        },
      }),
    );
  });

  it("accepts the smallest request", async ({ client }) => {
    const { data } = await client.createTestRun({
      title: "Smoke test 2026-11-23",
      status: "ACTIVE",
      project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
      selection_type: "STATIC",
      static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
    });

    expect(data.test_run.human_id).toBe("DEMO-R-1");
  });
});

describe("updateTestRun", () => {
  changes("closes a run with nothing but the status", async ({ client, target }) => {
    const test_run_id = await newTestRun(target);
    await client.updateTestRun({ project_id: target.projectId, test_run_id, status: "CLOSED" });

    expect(target.exchanges.at(-1)).toHaveProperty(
      "exercised",
      expect.arrayContaining(["updateTestRun: request example close"]),
    );
    const { data } = await client.getTestRun({ project_id: target.projectId, test_run_id });
    // The mock does not remember the change.
    if (isLive) expect(data.test_run.status).toBe("CLOSED");
  });
});

describe("deleteTestRun", () => {
  changes("deletes a run for good", async ({ client, target }) => {
    const run = { project_id: target.projectId, test_run_id: await newTestRun(target) };
    const result = await client.deleteTestRun(run);

    expect(result).toBeUndefined();
    const headers = prefer("project_not_found");
    expect(await failureOf(client.getTestRun(run, { headers }))).toBeInstanceOf(NotFoundError);
  });
});

describe("updateTestRunCases", () => {
  it("takes the identifier of the test case, not of the case of the run", async ({ client, target }) => {
    const run = { project_id: target.projectId, test_run_id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9" };
    const listed = await client.listTestRunCases(run, { headers: prefer("listed_as_observed") });
    const [runCase] = listed.data.test_run_cases ?? [];
    expect.assert(runCase?.test_case);
    expect(runCase.test_case.id).not.toBe(runCase.id);
    const { data } = await client.listTestRunStatuses();
    const [status] = data.statuses ?? [];
    expect.assert(status);

    await client.updateTestRunCases({
      ...run,
      test_run_cases: [{ test_case_id: runCase.test_case.id, test_run_status_id: status.id }],
    });
  });
});

/** Creates a test run of every test case; resolves to its identifier. */
async function newTestRun({ client, projectId, newTitle }: Target): Promise<string> {
  const { data } = await client.createTestRun({
    title: newTitle(),
    status: "ACTIVE",
    project_id: projectId,
    selection_type: "DYNAMIC",
    static_selection_filters: [],
  });
  return data.test_run.id;
}

/** Resolves to the error that a call failed with. */
async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    (result) => expect.fail(`Expected a failure; it resolved to ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}
