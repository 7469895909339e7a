import { describe, expect, it } from "vitest";
import { NotFoundError, paginate } from "../src/index.js";
import * as operations from "../src/operations/index.js";
import { createClient, createTestRun, listUsers } from "../src/operations/index.js";
import { validation } from "../src/validation/index.js";
import { created, input, json, stubService, url } from "./stub-service.js";

describe("a client of some operations", () => {
  it("sends what the client of all operations sends", async () => {
    const service = stubService(json(created, 201));
    const testsigma = createClient({ operations: { createTestRun }, apiKey: "key", fetch: service.fetch });
    expect(await testsigma.createTestRun(input)).toEqual(created);
    expect(service.requests).toMatchObject([{ method: "POST", url, body: JSON.stringify(input) }]);
  });

  it("has these methods and nothing else", () => {
    const testsigma = createClient({ operations: { createTestRun, listUsers }, apiKey: "key" });
    expect(Object.keys(testsigma)).toEqual(["createTestRun", "listUsers"]);
  });

  it("fails with the same errors, and takes validation", async () => {
    const service = stubService(json({ message: "no" }, 404));
    const checks = { apiKey: "key", fetch: service.fetch, validation: validation() };
    const testsigma = createClient({ operations: { createTestRun }, ...checks });
    await expect(testsigma.createTestRun(input)).rejects.toThrow(NotFoundError);
    await expect(testsigma.createTestRun({ ...input, title: "" })).rejects.toMatchObject({
      name: "InputError",
      problems: [{ pointer: "/title" }],
    });
  });

  it("lists page by page", async () => {
    const service = stubService(json({ message: "", data: [{ id: "u" }] }));
    const testsigma = createClient({ operations: { listUsers }, apiKey: "key", fetch: service.fetch });
    const users = [];
    for await (const user of paginate(testsigma.listUsers)) users.push(user.id);
    expect(users).toEqual(["u"]);
  });

  const expected = "expected operations of @testsigma-tms/client/operations, such as { createTestRun }";
  it.each([
    ["no options", undefined, "undefined"],
    ["no operations", { apiKey: "key" }, "undefined"],
    ["names", { operations: ["createTestRun"] }, "an Array"],
    ["a misspelt import", { operations: { createTestRuns: undefined } }, "{ createTestRuns: undefined }"],
    ["the whole module", { operations }, "a Module"],
  ])("rejects %s", (_what, options, got) => {
    expect(() => createClient(options as never)).toThrow(
      new TypeError(`createClient: option operations: ${expected}, got ${got}`),
    );
  });

  it("checks its other options as createClient does", () => {
    const options = { operations: { createTestRun }, apiKey: "key", retries: 3 };
    expect(() => createClient(options)).toThrow("createClient: unknown option retries, known: apiKey, baseUrl,");
  });
});
