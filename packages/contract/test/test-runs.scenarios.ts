import {
  type ApiError,
  AuthenticationError,
  NotFoundError,
  type Outcome,
  RateLimitError,
  ServerError,
  ValidationError,
} from "@testsigma-tms/client";
import type { ScenarioName } from "@testsigma-tms/mock";

/** The documented request. */
export const regressionSuite = {
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

/** The documented response. */
export const created = {
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

/** Every other scenario of createTestRun, as a caller of the client meets it. */
export const failures = {
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
