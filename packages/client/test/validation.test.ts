import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { type ResponseMismatch, validation } from "../src/validation/index.js";
import { created, input, json, stubService } from "./stub-service.js";

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

function validating(answer: Response) {
  const mismatches: ResponseMismatch[] = [];
  const service = stubService(answer);
  const client = createClient({
    apiKey: "key",
    maxRetries: 0,
    fetch: service.fetch,
    validation: validation({ onResponseMismatch: (mismatch) => mismatches.push(mismatch) }),
  });
  return { client, service, mismatches };
}

describe("validation of the input", () => {
  const refused: [what: string, change: object, problem: object, message: string][] = [
    [
      "an empty title",
      { title: "" },
      { pointer: "/title", given: "", allowed: "a text of at least 1 character" },
      '/title: expected a text of at least 1 character, got ""',
    ],
    [
      "a missing title",
      { title: undefined },
      { pointer: "/title", given: undefined, allowed: "a value, it is required" },
      "/title: expected a value, it is required, got nothing",
    ],
    [
      "a project that is no UUID",
      { project_id: "DEMO" },
      { pointer: "/project_id", given: "DEMO", allowed: "a text of the format uuid" },
      '/project_id: expected a text of the format uuid, got "DEMO"',
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
      { pointer: "/start_date", given: -1, allowed: "a number from 0" },
      "/start_date: expected a number from 0, got -1",
    ],
    [
      "a text where a number belongs",
      { start_date: "soon" },
      { pointer: "/start_date", given: "soon", allowed: "integer" },
      '/start_date: expected integer, got "soon"',
    ],
    [
      "a filter without values",
      { static_selection_filters: [{ field: "id", operator: "IN", values: [] }] },
      { pointer: "/static_selection_filters/0/values", given: [], allowed: "at least 1 item" },
      "/static_selection_filters/0/values: expected at least 1 item, got []",
    ],
  ];
  it.each(refused)("refuses %s before it is sent", async (_what, change, problem, message) => {
    const { client, service } = validating(json(full));
    const error = await client.createTestRun({ ...input, ...change }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InputError", outcome: "not-sent", attempts: 0, problems: [problem] });
    expect(error).toHaveProperty("message", expect.stringContaining(message));
    expect(service.requests).toHaveLength(0);
  });

  it("tells every problem at once", async () => {
    const error = await validating(json(full))
      .client.createTestRun({ ...input, title: "", start_date: -1 })
      .catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty("problems.length", 2);
  });

  it("lets members pass that the description does not know", async () => {
    const { client } = validating(json(full));
    await expect(client.createTestRun({ ...input, new_member: 1 } as typeof input)).resolves.toEqual(full);
  });
});

describe("validation of the answers", () => {
  it("is content with what was documented and observed", async () => {
    const { client, mismatches } = validating(json({ ...full, unknown: 1 }));
    await client.createTestRun(input);
    expect(mismatches).toEqual([]);
  });

  it("reports a mismatch, and resolves all the same", async () => {
    const { client, mismatches } = validating(json(created));
    await expect(client.createTestRun(input)).resolves.toEqual(created);
    expect(mismatches).toHaveLength(1);
    expect(mismatches[0]).toMatchObject({ operation: "createTestRun", status: undefined });
    expect(mismatches[0]?.problems).toContainEqual({
      pointer: "/data/test_run/created_at",
      given: undefined,
      allowed: "a value, it is required",
    });
  });

  it("reports a failure's body and an undocumented status, and throws as ever", async () => {
    const wrong = validating(json({ error: "no" }, 401));
    await expect(wrong.client.createTestRun(input)).rejects.toMatchObject({ name: "AuthenticationError" });
    expect(wrong.mismatches[0]?.problems.map(({ pointer }) => pointer)).toEqual(["/code", "/message"]);

    const undocumented = validating(json({ message: "I'm a teapot" }, 418));
    await expect(undocumented.client.createTestRun(input)).rejects.toMatchObject({ name: "ApiError" });
    expect(undocumented.mismatches[0]?.message).toBe("the whole: expected a documented status, got 418");
  });

  it("never fails the call, even if the callback throws", async () => {
    const onResponseMismatch = () => {
      throw new Error("log is full");
    };
    const { fetch } = stubService(json(created));
    const client = createClient({ apiKey: "key", fetch, validation: validation({ onResponseMismatch }) });
    await expect(client.createTestRun(input)).resolves.toEqual(created);
  });
});
