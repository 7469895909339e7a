import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  type Outcome,
  RateLimitError,
  ServerError,
  ValidationError,
} from "@testsigma-tms/client";
import { prefer, type ScenarioName } from "@testsigma-tms/mock";
import { describe, expect } from "vitest";
import { requestTo } from "../src/request-to.ts";
import type { Target } from "../src/target.ts";
import { isLive, it, operations } from "./contract-test.ts";

const regressionSuite = {
  title: "Regression suite — patient portal",
  description: "Executing regression test cases",
  status: "ACTIVE",
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  human_id: "DEMO-001",
  selection_type: "STATIC" as const,
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
  start_date: 1710675200,
  end_date: 1710761600,
  assignee_id: "cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4",
  label_names: ["Smoke", "Regression"],
  environment_ids: [],
};

const created = {
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
};

/** What a failure looks like to a caller of the client. */
interface Failure<Class extends new (...args: never[]) => ApiError> {
  Class: Class;
  status: number;
  outcome: Outcome;
  body: InstanceType<Class>["body"];
}

const failure = <Class extends new (...args: never[]) => ApiError>(expected: Failure<Class>) => expected;

const failures = {
  validation_failed: failure({
    Class: ValidationError,
    status: 400,
    outcome: "rejected",
    body: {
      message: "Validation failed",
      errors: { code: 400, message: "Validation failed", details: "title is required" },
    },
  }),
  duplicate_title: failure({
    Class: ValidationError,
    status: 400,
    outcome: "rejected",
    body: { message: "Error test run title already exists" },
  }),
  missing_authorization: failure({
    Class: AuthenticationError,
    status: 401,
    outcome: "rejected",
    body: { code: 401, message: "map[error:Authorization header required]" },
  }),
  invalid_api_key: failure({
    Class: AuthenticationError,
    status: 401,
    outcome: "rejected",
    body: { code: 401, message: "Authorization header required" },
  }),
  project_not_found: failure({
    Class: NotFoundError,
    status: 404,
    outcome: "rejected",
    body: {
      message: "Project not found",
      errors: {
        code: 404,
        message: "Project not found",
        details: "Project not found with ID: c47ade67-0543-4582-a4a5-b7de447c94f5",
      },
    },
  }),
  unprocessable: failure({
    Class: ValidationError,
    status: 422,
    outcome: "rejected",
    body: {
      message: "Unprocessable content",
      errors: {
        code: 422,
        message: "Unprocessable content",
        details: "The request does not fit the API description.",
      },
    },
  }),
  internal_error: failure({
    Class: ServerError,
    status: 500,
    outcome: "unknown",
    body: { message: "Internal Server Error" },
  }),
  rate_limited: failure({
    Class: RateLimitError,
    status: 500,
    outcome: "rejected",
    body: { message: "rate limit exceeded" },
  }),
} satisfies Record<Exclude<ScenarioName<"createTestRun">, "created">, unknown>;

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
  /** On a live service, in its project and under a title of this run. */
  const everythingIn = ({ projectId, newTitle }: Target) =>
    isLive ? { ...everything, project_id: projectId, title: newTitle() } : everything;

  it("creates a run of every test case", async ({ client, target }) => {
    const { data } = await client.createTestRun(everythingIn(target));

    expect(data.test_run).toMatchObject({ project_id: target.projectId, status: "ACTIVE" });
  });

  it("takes no request without a key", async ({ target }) => {
    const body = everythingIn(target);
    expect.assert(createTestRun);
    const response = await requestTo(target, createTestRun, { parameters: { project_id: body.project_id }, body }, {});

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
  });

  it("throws an AuthenticationError for a key that is refused", async ({ client, target }) => {
    const headers = { Authorization: "Bearer invalid" };
    const error = await failureOf(client.createTestRun(everythingIn(target), { headers }));

    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.body).toEqual({ code: 401, message: "Authorization header required" });
  });

  it("throws a NotFoundError for a project that does not exist", async ({ client, target }) => {
    const input = { ...everythingIn(target), project_id: "00000000-0000-4000-8000-000000000000" };
    // A live service does not know the header.
    const error = await failureOf(client.createTestRun(input, { headers: prefer("project_not_found") }));

    expect(error).toBeInstanceOf(NotFoundError);
  });

  it.for([
    ["an empty title", { title: "" }],
    ["a text for a date", { start_date: "tomorrow" }],
  ] as const)("throws a ValidationError for %s", async ([, broken], { client, target }) => {
    const error = await failureOf(client.createTestRun({ ...everythingIn(target), ...(broken as object) }));

    expect(error).toBeInstanceOf(ValidationError);
    expect(error.outcome).toBe("rejected");
  });

  if (isLive) {
    it("throws a ValidationError for a title that is in use", async ({ client, target }) => {
      const input = everythingIn(target);
      await client.createTestRun(input);
      const error = await failureOf(client.createTestRun(input));

      expect(error).toBeInstanceOf(ValidationError);
      expect(error.body).toMatchObject({ message: "Error test run title already exists" });
    });
    return;
  }

  describe("on the mock", () => {
    it("answers the documented request with the documented response, its members in the documented order", async ({
      client,
    }) => {
      const result = await client.createTestRun(regressionSuite);

      expect(JSON.stringify(result)).toBe(JSON.stringify(created));
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

    it("resolves to the scenario created", async ({ client }) => {
      const result = await client.createTestRun(regressionSuite, { headers: prefer("created") });

      expect(result).toEqual(created);
    });

    it.for(Object.entries(failures))("throws the scenario %s", async ([name, expected], { client }) => {
      const headers = prefer(name as keyof typeof failures);
      const error = await failureOf(client.createTestRun(regressionSuite, { headers }));

      const { Class, status, outcome, body } = expected;
      expect(error).toBeInstanceOf(Class);
      expect(error).toMatchObject({ name: Class.name, operation: "createTestRun", status, outcome, attempts: 1 });
      expect(error.body, `${name} here and in spec/components/examples differ: correct one`).toEqual(body);
    });
  });
});

/** What a call failed with. */
async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    (result) => expect.fail(`Expected a failure; it resolved to ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}
