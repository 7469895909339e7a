import type { CreateTestRunBody, DetailedError, MessageError } from "@testsigma-tms/types";
import { describe, expectTypeOf, it } from "vitest";
import {
  type CreateTestRunInput,
  type CreateTestRunResult,
  createClient,
  type Outcome,
  type TestsigmaClient,
  TestsigmaError,
  ValidationError,
} from "../src/index.js";
import { input } from "./stub-service.js";

declare const testsigma: TestsigmaClient;
// Types are all that is tested here: nothing of this is called.
const typesOf = (_calls: () => unknown) => {};

describe("the types", () => {
  it("put path and body members side by side", () => {
    expectTypeOf<CreateTestRunInput>().toExtend<CreateTestRunBody>();
    expectTypeOf<CreateTestRunInput["project_id"]>().toEqualTypeOf<string>();
    expectTypeOf<CreateTestRunInput["selection_type"]>().toEqualTypeOf<"STATIC" | "DYNAMIC">();
  });

  it("resolve to the documented body", () => {
    expectTypeOf<TestsigmaClient["createTestRun"]>().returns.resolves.toEqualTypeOf<CreateTestRunResult>();
    expectTypeOf<CreateTestRunResult["data"]["test_run"]["human_id"]>().toEqualTypeOf<string>();
    expectTypeOf<CreateTestRunResult["data"]["test_run"]["description"]>().toEqualTypeOf<string | undefined>();
  });

  it("name the mistake", () => {
    typesOf(() => [
      // @ts-expect-error a required member is missing
      testsigma.createTestRun({ project_id: "p", title: "t" }),
      // @ts-expect-error the selection type is unknown
      testsigma.createTestRun({ ...input, selection_type: "RANDOM" }),
      // @ts-expect-error the member is misspelt
      testsigma.createTestRun({ ...input, tilte: "t" }),
      // @ts-expect-error a text where a number belongs
      testsigma.createTestRun({ ...input, start_date: "2026-11-23" }),
      // @ts-expect-error no input
      testsigma.createTestRun(),
      // @ts-expect-error there is no such operation
      testsigma.deleteTestRun(input),
      // @ts-expect-error there is no such option
      createClient({ retries: 3 }),
      // @ts-expect-error there is no such option of a call
      testsigma.createTestRun(input, { onRetry: () => {} }),
      testsigma.createTestRun(input, { timeout: 1000, maxRetries: 0, headers: { "x-a": "b" } }),
    ]);
  });

  it("describe each error's body from the spec", () => {
    typesOf((error?: unknown) => {
      if (error instanceof ValidationError) {
        expectTypeOf(error.body).toEqualTypeOf<DetailedError | MessageError | string | undefined>();
      }
      if (error instanceof TestsigmaError) expectTypeOf(error.outcome).toEqualTypeOf<Outcome>();
    });
  });

  it("keep http the typed openapi-fetch client", () => {
    typesOf(async () => {
      const { data, error } = await testsigma.http.POST("/projects/{project_id}/test_runs", {
        params: { path: { project_id: "p" } },
        body: input,
      });
      expectTypeOf(data).toEqualTypeOf<CreateTestRunResult | undefined>();
      expectTypeOf<NonNullable<typeof error>["message"]>().toEqualTypeOf<string>();
    });
  });
});
