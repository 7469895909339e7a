import { ApiError, AuthenticationError, createClient, NotFoundError, ValidationError } from "@testsigma-tms/client";
import type { CreateTestRunInput } from "@testsigma-tms/client/types";
import { prefer } from "@testsigma-tms/mock";
import { describe, expect } from "vitest";
import { it, operations } from "./contract-test.ts";
import { requestTo } from "./src/requests/request-to.ts";

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

  it("rejects a request without a key", async ({ target }) => {
    const body = everything;
    expect.assert(createTestRun);
    const response = await requestTo(target, createTestRun, { parameters: { project_id: body.project_id }, body }, {});

    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 401, message: "map[error:Authorization header required]" });
  });

  it("throws an AuthenticationError for a key that is rejected", async ({ target }) => {
    const { baseUrl, fetch } = target;
    const client = createClient({ apiKey: "invalid", baseUrl, fetch, maxRetries: 0 });
    const error = await failureOf(client.createTestRun(everything));

    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.body).toEqual({ code: 401, message: "Authorization header required" });
  });

  it("throws a NotFoundError for a project that does not exist", async ({ client }) => {
    const input = { ...everything, project_id: "00000000-0000-4000-8000-000000000000" };
    const error = await failureOf(client.createTestRun(input, { headers: prefer("project_not_found") }));

    expect(error).toBeInstanceOf(NotFoundError);
  });

  it.for([
    ["an empty title", { title: "" }],
    ["a text for a date", { start_date: "tomorrow" }],
  ] as const)("throws a ValidationError for %s", async ([, broken], { client }) => {
    const error = await failureOf(client.createTestRun({ ...everything, ...(broken as object) }));

    expect(error).toBeInstanceOf(ValidationError);
    expect(error.outcome).toBe("rejected");
  });

  it("responds to the documented request with the documented response, properties in order", async ({ client }) => {
    const { requestBody, responses } = createTestRun as NonNullable<typeof createTestRun>;
    const [request] = Object.values(requestBody?.content[0]?.examples ?? {});
    const [response] = Object.values(responses[0]?.content[0]?.examples ?? {});
    const result = await client.createTestRun(request?.value as CreateTestRunInput);

    // The tests of the spec hold both examples against the documented page.
    expect(JSON.stringify(result)).toBe(JSON.stringify(response?.value));
    expect(result.data.test_run.human_id).toBe("DEMO-R-1");
  });
});

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    (result) => expect.fail(`Expected a failure; it resolved to ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}
