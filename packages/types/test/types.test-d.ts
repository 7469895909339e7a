import { describe, expectTypeOf, it } from "vitest";
import type {
  CodedError,
  CreatedTestRun,
  CreateTestRunBody,
  DetailedError,
  ErrorBodies,
  MessageError,
  operations,
  TestRun,
} from "../src/index.js";

describe("CreateTestRunBody", () => {
  it("requires only what every known request contains", () => {
    const smallest: CreateTestRunBody = {
      title: "Nightly",
      status: "ACTIVE",
      project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
      selection_type: "DYNAMIC",
      static_selection_filters: [],
    };
    const { status: _, ...rest } = smallest;
    // @ts-expect-error status is missing
    const incomplete: CreateTestRunBody = rest;
    expectTypeOf(incomplete).toEqualTypeOf<CreateTestRunBody>();
  });

  it("knows two selection types, but any status", () => {
    expectTypeOf<CreateTestRunBody["selection_type"]>().toEqualTypeOf<"STATIC" | "DYNAMIC">();
    expectTypeOf<string>().toExtend<CreateTestRunBody["status"]>();
  });

  it("rejects a misspelt property", () => {
    // @ts-expect-error it is label_names
    expectTypeOf({ labels: [] }).toExtend<Pick<CreateTestRunBody, "title">>();
  });
});

type BodyOf<Status extends keyof operations["createTestRun"]["responses"]> =
  operations["createTestRun"]["responses"][Status]["content"]["application/json"];

describe("TestRun", () => {
  it("accepts the response of a create, which has fewer documented properties", () => {
    expectTypeOf<BodyOf<200>["data"]["test_run"]>().toEqualTypeOf<CreatedTestRun>();
    expectTypeOf<CreatedTestRun>().toExtend<TestRun>();
    expectTypeOf<CreatedTestRun>().not.toHaveProperty("results");
  });

  it("leaves open what depends on the request, and values that are not known yet", () => {
    expectTypeOf<TestRun["assignee_id"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<TestRun["test_cases_count"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<string>().toExtend<TestRun["selection_type"]>();
    expectTypeOf<string>().toExtend<TestRun["status"]>();
  });
});

describe("the error bodies", () => {
  it("have the three known shapes", () => {
    expectTypeOf<BodyOf<401>>().toEqualTypeOf<CodedError>();
    expectTypeOf<BodyOf<404>>().toEqualTypeOf<DetailedError | CodedError>();
    expectTypeOf<BodyOf<500>>().toEqualTypeOf<MessageError>();
  });

  it("are listed by status over all operations", () => {
    expectTypeOf<ErrorBodies[404]>().toEqualTypeOf<DetailedError | CodedError>();
  });
});
