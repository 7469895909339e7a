// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { JsonBody, PathProperties, Result } from "../operations/operation-types.js";
import type { OperationRoute } from "../operations/route.js";
import type { CallOptions } from "../options/call-options.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ["https://test-management.testsigma.com/api/v1","https://arcus.testsigma.com/api/v1"] as const;

/** Input of `createTestRun`: path, query and body properties side by side. */
export type CreateTestRunInput = PathProperties<"createTestRun"> & JsonBody<"createTestRun">;
/** What `createTestRun` resolves to: the body of the successful response, unchanged. */
export type CreateTestRunResult = Result<"createTestRun", 200>;

/** One method per operation of the API. */
export interface OperationMethods {
  /**
   * Create a test run
   *
   * Creates a new test run in a project from a static selection of test cases. A dynamic selection is accepted too
   * (observed).
   *
   * - The title must be unique: a second run with the same title is refused (observed). Whether unique in the project or
   *   in the organisation is not recorded.
   * - Not idempotent: sent twice, it can create two runs, and no idempotency key is known (inferred).
   * - The test cases of a new run can take a few seconds to appear in it (observed).
   *
   * Provenance: **documented**.
   *
   * `POST /projects/{project_id}/test_runs`
   *
   * @example
   * await testsigma.createTestRun({
   *   project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
   *   title: "Everything, nightly 2026-11-23",
   *   status: "ACTIVE",
   *   selection_type: "DYNAMIC",
   *   static_selection_filters: [],
   *   dynamic_selection_filters: []
   * });
   *
   * @throws {ValidationError} 400: The input was refused and nothing was created.
   * @throws {AuthenticationError} 401: The API key is missing or was refused, and nothing was created.
   * @throws {NotFoundError} 404: The project does not exist, and nothing was created.
   * @throws {ValidationError} 422: The input was refused and nothing was created.
   * @throws {ServerError} 500: Ambiguous until its body is read.
   * @throws {ResponseError} The success has not the documented body.
   * @throws {RateLimitError} The rate limit was exceeded, in the last attempt too.
   * @throws {RedirectError} A redirect must not or cannot be followed.
   * @throws {ConnectionError} The connection could not be made, or was lost.
   * @throws {TimeoutError} An attempt took longer than `timeout`.
   * @throws {InputError} The input or an option was rejected before anything was sent.
   */
  createTestRun(input: CreateTestRunInput, options?: CallOptions): Promise<CreateTestRunResult>;
}

/** How each operation is sent, and what its successful response must hold. */
export const operationRoutes: Readonly<Record<keyof OperationMethods, OperationRoute>> = {
  createTestRun: {route:"POST /projects/{project_id}/test_runs",shared:["project_id"],result:{message:null,data:{test_run:{}}}},
};
