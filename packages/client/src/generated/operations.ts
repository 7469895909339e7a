// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { Input } from "../operations/call-operation.js";
import type { CallOptions } from "../options/call-options.js";
import type { BodyMembers, PathMembers, Result } from "../operations/operation-types.js";

/** The servers of the OpenAPI document; the first is the default base URL. */
export const serverUrls = ["https://test-management.testsigma.com/api/v1","https://arcus.testsigma.com/api/v1"] as const;

/** Input of `createTestRun`: path, query and body members side by side. */
export type CreateTestRunInput = PathMembers<"createTestRun"> & BodyMembers<"createTestRun">;
/** What `createTestRun` resolves to: the body of the successful answer, unchanged. */
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
   * @throws {ApiError} 400: The input was refused and nothing was created.
   * @throws {ApiError} 401: The API key is missing or was refused, and nothing was created.
   * @throws {ApiError} 404: The project does not exist, and nothing was created.
   * @throws {ApiError} 422: The input was refused and nothing was created.
   * @throws {ApiError} 500: Ambiguous until its body is read.
   */
  createTestRun(input: CreateTestRunInput, options?: CallOptions): Promise<CreateTestRunResult>;
}

/** How each operation is sent and what a successful answer must hold. */
export const operationRoutes = {
  createTestRun: {
    method: "POST",
    path: "/projects/{project_id}/test_runs",
    place: (input: Input) => ({ params: { path: input }, body: input }),
    result: {"message":null,"data":{"test_run":{}}},
  },
};
