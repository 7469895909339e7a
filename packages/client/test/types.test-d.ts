import { describe, expectTypeOf, it } from "vitest";
import { createFetch, createHttpClient, type HttpClient } from "../src/http.js";
import {
  type ApiError,
  createClient,
  type NotFoundError,
  type Outcome,
  paginate,
  type TestsigmaClient,
  type TestsigmaError,
  type ValidationError,
} from "../src/index.js";
import type {
  CodedError,
  CreateTestRunBody,
  CreateTestRunInput,
  CreateTestRunResult,
  DetailedError,
  FileContent,
  ImportJunitReportInput,
  MessageError,
  TestRun,
  TestRunResult,
} from "../src/types.js";
import { input } from "./stub-service.js";

declare const testsigma: TestsigmaClient;
declare const http: HttpClient;

// The compiler reads this file; nothing in it runs.
describe("the types", () => {
  it("put path and body properties side by side", () => {
    expectTypeOf<CreateTestRunBody>().toExtend<CreateTestRunInput>();
    expectTypeOf<CreateTestRunInput["project_id"]>().toEqualTypeOf<string>();
    expectTypeOf<CreateTestRunInput["selection_type"]>().toEqualTypeOf<"STATIC" | "DYNAMIC">();
  });

  it("take readonly lists, and describe a property of path and body once", () => {
    const values = ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] as const;
    const label_names: readonly string[] = ["smoke"];
    const static_selection_filters = [{ field: "id", operator: "IN", values }] as const;
    const body = { ...input, static_selection_filters, label_names };
    testsigma.createTestRun(body);
    http.POST("/projects/{project_id}/test_runs", { params: { path: { project_id: "p" } }, body });
  });

  it("resolve to the documented body, and offer the known values of a text that stays open", () => {
    expectTypeOf<TestsigmaClient["createTestRun"]>().returns.resolves.toEqualTypeOf<CreateTestRunResult>();
    expectTypeOf<CreateTestRunResult["data"]["test_run"]["description"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<CreateTestRunInput["status"]>().toEqualTypeOf<"ACTIVE" | (string & {})>();
  });

  it("take the content of a file as a Blob or its text", () => {
    expectTypeOf<ImportJunitReportInput["junit_xml"]>().toEqualTypeOf<FileContent>();
    expectTypeOf<File>().toExtend<FileContent>();
  });

  it("take a sparse update, and know the items of a list", async () => {
    await testsigma.updateTestRun({ project_id: "p", test_run_id: "r", status: "CLOSED" });
    for await (const run of paginate(testsigma.listTestRuns, { project_id: "p" })) {
      expectTypeOf(run).toEqualTypeOf<TestRun>();
    }
    for await (const user of paginate(testsigma.listUsers)) expectTypeOf(user).toHaveProperty("id");
  });

  it("name the mistake", () => {
    // @ts-expect-error a required property is missing
    testsigma.createTestRun({ project_id: "p", title: "t" });
    // @ts-expect-error the selection type is unknown
    testsigma.createTestRun({ ...input, selection_type: "RANDOM" });
    // @ts-expect-error the property is misspelt
    testsigma.createTestRun({ ...input, tilte: "t" });
    // @ts-expect-error a text where a number belongs
    testsigma.createTestRun({ ...input, start_date: "2026-11-23" });
    // @ts-expect-error no input
    testsigma.createTestRun();
    // @ts-expect-error there is no such operation
    testsigma.deleteTestRun(input);
    // @ts-expect-error there is no such option
    createClient({ retries: 3 });
    // @ts-expect-error there is no such option of a call
    testsigma.createTestRun(input, { onRetry: () => {} });
    // @ts-expect-error there is no such filter
    paginate(testsigma.listTestCases, { project_id: "p", label: "smoke" });
    // @ts-expect-error the input of the method is required
    paginate(testsigma.listTestCases);
    paginate(testsigma.listTestCases, { project_id: "p" }, { query: { label: "smoke" } });
    testsigma.createTestRun(input, { timeout: 1000, maxRetries: 0, headers: { "x-a": "b" } });
  });

  it("describe each error's body from the spec", () => {
    expectTypeOf<ValidationError["body"]>().toEqualTypeOf<DetailedError | MessageError | string | undefined>();
    expectTypeOf<NotFoundError["body"]>().toEqualTypeOf<CodedError | DetailedError | string | undefined>();
    expectTypeOf<ApiError["body"]>().toEqualTypeOf<unknown>();
    expectTypeOf<TestsigmaError["outcome"]>().toEqualTypeOf<Outcome>();
  });

  it("name in the response of http what the spec names, and keep its open texts texts", async () => {
    const params = { path: { project_id: "p", test_run_id: "r" } };
    const path = "/projects/{project_id}/test_runs/{test_run_id}";
    const { data } = await http.GET(path, { params });
    expectTypeOf(data).toEqualTypeOf<TestRunResult | undefined>();
    expectTypeOf(data?.data.test_run.status).toExtend<string | undefined>();
    const { error } = await http.POST("/projects/{project_id}/test_runs", { params, body: input });
    expectTypeOf(error).toEqualTypeOf<DetailedError | MessageError | CodedError | undefined>();
    const streamed = await http.GET("/labels", { parseAs: "stream" });
    expectTypeOf(streamed.data).toEqualTypeOf<Response["body"] | undefined>();
    // @ts-expect-error the path has parameters
    http.GET(path);
    // @ts-expect-error a read has no body
    http.GET("/labels", { body: {} });
  });

  it("give http the options of the client, and other clients a fetch", () => {
    expectTypeOf(createHttpClient({ timeout: 1000 })).toEqualTypeOf<HttpClient>();
    expectTypeOf(createFetch()).toExtend<typeof fetch>();
    // @ts-expect-error there is no such option
    createHttpClient({ retries: 3 });
    // @ts-expect-error there is no such option of a call
    http.GET("/labels", { retries: 3 });
    http.GET("/labels", { timeout: 1000, maxRetries: 0, headers: { "x-a": "b" } });
  });
});
