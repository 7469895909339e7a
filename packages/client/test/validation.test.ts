import { describe, expect, it } from "vitest";
import { InputError } from "../src/index.js";
import { type ResponseMismatch, validation } from "../src/validation.js";
import { clientOf, create, input, json, throws } from "./stub-service.js";

const full = {
  message: "",
  data: {
    test_run: {
      id: "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9",
      human_id: "DEMO-R-1",
      created_at: 1710675200000,
      updated_at: 1710675200000,
      title: "Nightly regression",
      status: "ACTIVE",
      project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
      selection_type: "STATIC",
      test_cases_count: 1,
    },
  },
};

function validating(response: Response) {
  const mismatches: ResponseMismatch[] = [];
  const onResponseMismatch = (mismatch: ResponseMismatch) => mismatches.push(mismatch);
  return { ...clientOf([response], { maxRetries: 0, validation: validation({ onResponseMismatch }) }), mismatches };
}

/** Returns the error that `createTestRun` rejects an input with; fails if anything is sent. */
async function inputErrorOf(change: object) {
  const { client, requests } = validating(json(full));
  const error = await client.createTestRun({ ...input, ...change }).catch((thrown: unknown) => thrown);
  expect(requests).toEqual([]);
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

describe("validation of the input", () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  let deep: unknown = [];
  for (let level = 0; level < 10_000; level++) deep = [deep];
  it.each<[what: string, change: object, message: string]>([
    ["a missing title", { title: undefined }, "/title: is required"],
    ["a project that is no UUID", { project_id: "A" }, '/project_id: expected a value in the format uuid, got "A"'],
    ["a number that JSON turns into null", { start_date: Number.NaN }, "/start_date: expected an integer, got NaN"],
    ["a bigint", { title: 1n }, "/title: expected a value that JSON can hold, got 1n"],
    ["a function", { start_date: Date.now }, "/start_date: expected an integer, got a function"],
    ["a file", { start_date: new Blob() }, "/start_date: expected an integer, got a file"],
    ["a list with a gap", { label_names: ["a", undefined] }, "/label_names/1: expected a string, got null"],
    ["a value nested 10,000 levels deep", { extra: deep }, "expected at most 1000 levels of nesting, got"],
    ["a very long value", { start_date: "x".repeat(1_000_000) }, '/start_date: expected an integer, got "xxx'],
    [
      "a value that contains itself",
      { extra: circular },
      "/extra/self: expected a value that does not contain itself, got an object",
    ],
    [
      "a toJSON that throws",
      { title: { toJSON: throws(new Error("not ready")) } },
      '/title: expected a value that can be read ("not ready"), got an object',
    ],
  ])("rejects %s before it is sent, in a short message", async (_what, change, expected) => {
    const { message } = await inputErrorOf(change);
    expect(message).toContain(expected);
    expect(message.length).toBeLessThan(500);
  });

  it("rejects an input that is not an object", async () => {
    const { client } = validating(json(full));
    await expect(client.createTestRun(null as never)).rejects.toThrow("(root): expected an object, got null");
  });

  it("reports a property that is sent in path and body once", async () => {
    expect((await inputErrorOf({ project_id: "A" })).problems).toHaveLength(1);
  });

  it("accepts no input where all of it is optional", async () => {
    const projects = { message: "", data: { projects: [] } };
    await expect(validating(json(projects)).client.listProjects()).resolves.toEqual(projects);
  });

  it("reports every problem at once, with its place", async () => {
    const static_selection_filters = [{ field: "id", operator: "IN", values: [] }];
    expect(await inputErrorOf({ title: undefined, static_selection_filters })).toMatchObject({
      outcome: "not-sent",
      attempts: 0,
      problems: [
        { pointer: "/title", given: undefined, allowed: "a value (required)" },
        { pointer: "/static_selection_filters/0/values", given: [], allowed: "at least 1 item" },
      ],
    });
  });

  it("shows the first problems of thousands, and counts the others", async () => {
    const { message, problems } = await inputErrorOf({ label_names: Array.from({ length: 5000 }, () => 1) });
    expect(problems).toHaveLength(20);
    expect(message).toContain("; and 4980 more");
    expect(message.length).toBeLessThan(3000);
  });

  it("checks what is sent: without undefined values, and after toJSON", async () => {
    const { client, requests } = validating(json(full));
    const title = { toJSON: () => "Nightly regression" };
    const bare = Object.assign(Object.create(null), input, { title, description: undefined });
    await client.createTestRun(bare);
    expect(JSON.parse(String(requests[0]?.body))).toMatchObject({ title: "Nightly regression" });
  });

  it("accepts one value in two places, and properties that the spec does not know", async () => {
    const label_names = ["Smoke"];
    const given = { ...input, label_names, environment_ids: label_names, new_property: { toJSON: 1 } };
    await expect(validating(json(full)).client.createTestRun(given)).resolves.toEqual(full);
  });
});

describe("validation of the responses", () => {
  it("accepts what was documented and observed", async () => {
    const { client, mismatches } = validating(json({ ...full, unknown: 1 }));
    await client.createTestRun(input);
    expect(mismatches).toEqual([]);
  });

  it("reports a mismatch, and resolves anyway", async () => {
    const response = { ...full, message: 1 };
    const { client, mismatches } = validating(json(response));
    await expect(client.createTestRun(input)).resolves.toEqual(response);
    expect(mismatches).toEqual([
      {
        operation: "createTestRun",
        status: undefined,
        problems: [{ pointer: "/message", given: 1, allowed: "a string" }],
        message: "/message: expected a string, got 1",
      },
    ]);
  });

  it("reports a failure's body and an undocumented status, and throws as before", async () => {
    const wrong = validating(json({ error: "no" }, 401));
    await expect(wrong.client.createTestRun(input)).rejects.toMatchObject({ name: "AuthenticationError" });
    expect(wrong.mismatches[0]?.problems.map(({ pointer }) => pointer)).toEqual(["/code", "/message"]);

    const undocumented = validating(json({ message: "I'm a teapot" }, 418));
    await expect(undocumented.client.createTestRun(input)).rejects.toMatchObject({ name: "ApiError" });
    expect(undocumented.mismatches[0]?.message).toMatch(
      /^\(root\): expected a documented status \((\d+, )+\d+\), got 418$/,
    );
  });

  it("reports nothing of a response that the client itself cannot use", async () => {
    const { client, mismatches } = validating(new Response("<html>"));
    await expect(client.createTestRun(input)).rejects.toMatchObject({ name: "ResponseError" });
    expect(mismatches).toEqual([]);
  });

  it("escapes control characters of the service", async () => {
    const { client, mismatches } = validating(json({ ...full, message: ["\u001b[2J\u009b\u202e"] }));
    await client.createTestRun(input);
    expect(mismatches[0]?.message).toBe(String.raw`/message: expected a string, got ["\u001b[2J\u{9b}\u{202e}"]`);
  });

  const fail = throws(new Error("log is full"));
  it.each([
    ["throws", fail],
    ["rejects", async () => fail()],
  ])("never fails the call when the callback %s", async (_how, onResponseMismatch) => {
    const wrong = { ...full, message: 1 };
    const { settled } = await create([json(wrong)], { validation: validation({ onResponseMismatch }) });
    expect(settled).toEqual(wrong);
  });
});

describe("validation()", () => {
  it("without a callback does not check responses", async () => {
    const wrong = { ...full, message: 1 };
    expect((await create([json(wrong)], { validation: validation() })).settled).toEqual(wrong);
    expect((await create([json(wrong, 404)], { validation: validation() })).settled).toMatchObject({ status: 404 });
  });

  it.each([
    [{ onMismatch: () => {} }, "validation: unknown option onMismatch; known options: onResponseMismatch"],
    [{ onResponseMismatch: "console" }, 'validation: option onResponseMismatch: expected a function, got "console"'],
    ["strict", "validation: options: expected an object, got a string"],
  ])("rejects %o", (options, message) => {
    expect(() => validation(options as object)).toThrow(new TypeError(message));
  });
});
