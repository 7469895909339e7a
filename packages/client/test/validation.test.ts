import { describe, expect, it } from "vitest";
import { createClient, InputError } from "../src/index.js";
import { type ResponseMismatch, validation } from "../src/validation/index.js";
import { input, json, stubService } from "./stub-service.js";

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
  const service = stubService(response);
  const client = createClient({
    apiKey: "key",
    maxRetries: 0,
    fetch: service.fetch,
    validation: validation({ onResponseMismatch: (mismatch) => mismatches.push(mismatch) }),
  });
  return { client, service, mismatches };
}

/** Returns the error that `createTestRun` rejects an input with; fails if anything is sent. */
async function inputErrorOf(change: object) {
  const { client, service } = validating(json(full));
  const error = await client.createTestRun({ ...input, ...change }).catch((thrown: unknown) => thrown);
  expect(service.requests).toHaveLength(0);
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

describe("validation of the input", () => {
  const rejected: [what: string, change: object, problem: object, message: string][] = [
    [
      "an empty title",
      { title: "" },
      { pointer: "/title", given: "", allowed: "a string of at least 1 character" },
      '/title: expected a string of at least 1 character, got ""',
    ],
    [
      "a missing title",
      { title: undefined },
      { pointer: "/title", given: undefined, allowed: "a value (required)" },
      "/title: expected a value (required), got nothing",
    ],
    [
      "a project that is no UUID",
      { project_id: "DEMO" },
      { pointer: "/project_id", given: "DEMO", allowed: "a value in the format uuid" },
      '/project_id: expected a value in the format uuid, got "DEMO"',
    ],
    [
      "an unknown selection type",
      { selection_type: "RANDOM" },
      { pointer: "/selection_type", given: "RANDOM", allowed: 'one of "STATIC", "DYNAMIC"' },
      '/selection_type: expected one of "STATIC", "DYNAMIC", got "RANDOM"',
    ],
    [
      "a date before 1970",
      { start_date: -1 },
      { pointer: "/start_date", given: -1, allowed: "a number of at least 0" },
      "/start_date: expected a number of at least 0, got -1",
    ],
    [
      "a string where a number belongs",
      { start_date: "soon" },
      { pointer: "/start_date", given: "soon", allowed: "an integer" },
      '/start_date: expected an integer, got "soon"',
    ],
    [
      "a number that JSON turns into null",
      { start_date: Number.NaN },
      { pointer: "/start_date", given: Number.NaN, allowed: "an integer" },
      "/start_date: expected an integer, got NaN",
    ],
    [
      "a filter without values",
      { static_selection_filters: [{ field: "id", operator: "IN", values: [] }] },
      { pointer: "/static_selection_filters/0/values", given: [], allowed: "at least 1 item" },
      "/static_selection_filters/0/values: expected at least 1 item, got []",
    ],
    [
      "a bigint",
      { start_date: 1n },
      { pointer: "/start_date", given: 1n, allowed: "a value that JSON can hold" },
      "/start_date: expected a value that JSON can hold, got 1n",
    ],
  ];
  it.each(rejected)("rejects %s before it is sent", async (_what, change, problem, message) => {
    const error = await inputErrorOf(change);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 0, problems: [problem] });
    expect(error.message).toContain(message);
  });

  it("rejects an input that is no object", async () => {
    const { client } = validating(json(full));
    await expect(client.createTestRun(null as never)).rejects.toThrow("(root): expected an object, got null");
  });

  it("reports every problem at once", async () => {
    const { problems } = await inputErrorOf({ title: "", start_date: -1 });
    expect(problems).toHaveLength(2);
  });

  it("shows the first problems of thousands, and counts the others", async () => {
    const { message, problems } = await inputErrorOf({ label_names: Array.from({ length: 5000 }, () => 1) });
    expect(problems).toHaveLength(20);
    expect(message).toContain("; and 4980 more");
    expect(message.length).toBeLessThan(3000);
  });

  it("shortens what it shows of a value", async () => {
    const { message } = await inputErrorOf({ start_date: "x".repeat(1_000_000) });
    expect(message.length).toBeLessThan(300);
  });

  it("rejects a value that contains itself", async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const { message } = await inputErrorOf({ extra: circular });
    expect(message).toContain("/extra/self: expected a value that does not contain itself, got an object");
  });

  it("accepts one value in two places", async () => {
    const { client } = validating(json(full));
    const label_names = ["Smoke"];
    await expect(client.createTestRun({ ...input, label_names, environment_ids: label_names })).resolves.toEqual(full);
  });

  it("rejects a value nested 10,000 levels deep", async () => {
    let extra: unknown = [];
    for (let level = 0; level < 10_000; level++) extra = [extra];
    const { message } = await inputErrorOf({ extra });
    expect(message).toContain("expected at most 1000 levels of nesting, got");
    expect(message.length).toBeLessThan(500);
  });

  it("names the place whose toJSON throws", async () => {
    const title = {
      toJSON() {
        throw new Error("not ready");
      },
    };
    const { message } = await inputErrorOf({ title });
    expect(message).toContain('/title: expected a value that can be read ("not ready"), got an object');
  });

  it("names the place whose getter throws", async () => {
    const extra = {
      get name() {
        throw "no";
      },
    };
    const { message } = await inputErrorOf({ extra });
    expect(message).toContain('/extra: expected a value that can be read ("no"), got');
  });

  it("judges what is sent: without undefined values, and after toJSON", async () => {
    const { client, service } = validating(json(full));
    const title = { toJSON: () => "Nightly regression" };
    const bare = Object.assign(Object.create(null), input, { title, description: undefined });
    await client.createTestRun(bare);
    expect(JSON.parse(String(service.requests[0]?.body))).toMatchObject({ title: "Nightly regression" });
  });

  it("accepts properties that the spec does not know", async () => {
    const { client } = validating(json(full));
    await expect(client.createTestRun({ ...input, new_property: 1 } as typeof input)).resolves.toEqual(full);
  });
});

describe("validation of the responses", () => {
  it("accepts what was documented and observed", async () => {
    const { client, mismatches } = validating(json({ ...full, unknown: 1 }));
    await client.createTestRun(input);
    expect(mismatches).toEqual([]);
  });

  it("reports a mismatch, and resolves all the same", async () => {
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

  it("reports a response nested 10,000 levels deep, and resolves all the same", async () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    const text = JSON.stringify(full).replace(/}$/, `,"deep":${deep}}`);
    const { client, mismatches } = validating(new Response(text, { headers: { "content-type": "application/json" } }));
    await expect(client.createTestRun(input)).resolves.toMatchObject(full);
    expect(mismatches[0]?.message).toContain("expected at most 1000 levels of nesting");
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

  it("escapes control characters of the service", async () => {
    const { client, mismatches } = validating(json({ ...full, message: ["\u001b[2J\u009b\u202e"] }));
    await client.createTestRun(input);
    expect(mismatches[0]?.message).toBe(String.raw`/message: expected a string, got ["\u001b[2J\u{9b}\u{202e}"]`);
  });

  const failing = {
    throws: () => {
      throw new Error("log is full");
    },
    rejects: async () => {
      throw new Error("log is full");
    },
  };
  it.each(Object.entries(failing))("never fails the call when the callback %s", async (_how, onResponseMismatch) => {
    const rejections: unknown[] = [];
    const remember = (reason: unknown) => rejections.push(reason);
    process.on("unhandledRejection", remember);
    const { fetch } = stubService(json({ ...full, message: 1 }));
    const client = createClient({ apiKey: "key", fetch, validation: validation({ onResponseMismatch }) });
    await expect(client.createTestRun(input)).resolves.toMatchObject({ message: 1 });
    await new Promise(setImmediate);
    process.off("unhandledRejection", remember);
    expect(rejections).toEqual([]);
  });
});

describe("validation()", () => {
  it.each([
    [{ onMismatch: () => {} }, "validation: unknown option onMismatch, known: onResponseMismatch"],
    [{ onResponseMismatch: "console" }, 'validation: option onResponseMismatch: expected a function, got "console"'],
    ["strict", "validation: options: expected an object, got a string"],
  ])("rejects %o", (options, message) => {
    expect(() => validation(options as object)).toThrow(new TypeError(message));
  });
});
