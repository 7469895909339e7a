import { transform } from "esbuild";
import { describe, expect, it } from "vitest";
import { printOperations } from "../scripts/print-operations.ts";
import { readOperations } from "../scripts/read-operations.ts";
import type { Json } from "../scripts/resolve.ts";

const describeOperation = (operation: Json, path = "/runs/{id}", method = "delete"): Json => ({
  paths: {
    [path]: {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      [method]: { operationId: "deleteRun", responses: { "204": { description: "Deleted." } }, ...operation },
    },
  },
});
const body = (schema: Json, required = true) => ({ required, content: { "application/json": { schema } } });

describe("readOperations", () => {
  it("tells where each member goes", () => {
    const [operation] = readOperations(
      describeOperation({
        parameters: [
          { name: "force", in: "query", schema: { type: "boolean" } },
          { name: "x-trace", in: "header", schema: { type: "string" } },
        ],
      }),
    );
    expect(operation).toMatchObject({
      id: "deleteRun",
      method: "DELETE",
      pathMembers: ["id"],
      queryMembers: ["force"],
      body: undefined,
      hasHeaders: true,
      noContentStatuses: [204],
      result: undefined,
    });
  });

  it("shares a member that stands in path and body", () => {
    const requestBody = body({ type: "object", properties: { id: { type: "string" }, title: { type: "string" } } });
    expect(readOperations(describeOperation({ requestBody }))[0]).toMatchObject({
      body: "members",
      sharedMembers: ["id"],
    });
  });

  it("keeps a body that is no object whole", () => {
    const requestBody = body({ type: "array", items: { type: "string" } });
    expect(readOperations(describeOperation({ requestBody }))[0]).toMatchObject({ body: "whole", sharedMembers: [] });
  });

  it("refuses two members of one name that disagree in type", () => {
    const requestBody = body({ type: "object", properties: { id: { type: "integer" } } });
    expect(() => readOperations(describeOperation({ requestBody }))).toThrow(
      'DELETE /runs/{id}: `id` is "string" in one place and "integer" in another, but is given once. Give both one type.',
    );
  });

  it("refuses a member that the input needs for itself", () => {
    const parameters = [{ name: "headers", in: "query", schema: { type: "string" } }];
    expect(() => readOperations(describeOperation({ parameters }))).toThrow("a member named `headers` collides");
  });

  it("refuses an operation that cannot name a method", () => {
    expect(() => readOperations(describeOperation({ operationId: "delete-run" }))).toThrow(
      'DELETE /runs/{id}: the operationId "delete-run" cannot name a method. Allowed: letters, digits, _.',
    );
  });

  it("requires the wrapper of a success, but not what it wraps", () => {
    const run = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
    const data = { type: "object", required: ["run", "count"], properties: { run, count: { type: "integer" } } };
    const schema = { type: "object", required: ["message", "data"], properties: { message: { type: "string" }, data } };
    const responses = { "200": { description: "Done.", content: { "application/json": { schema } } } };
    expect(readOperations(describeOperation({ responses }))[0]?.result).toEqual({ message: null, data: { run: {} } });
  });
});

describe("printOperations", () => {
  it("documents a method, types its input and routes its members", () => {
    const document = describeOperation({
      summary: "Delete a run",
      description: "It cannot be undone.",
      parameters: [{ name: "force", in: "query", schema: { type: "boolean" } }],
      responses: { "204": { description: "Deleted." }, "404": { description: "No such run. Check the id." } },
    });
    const source = printOperations(readOperations(document), ["https://example.com"]);
    expect(source).toContain('export type DeleteRunInput = PathMembers<"deleteRun"> & QueryMembers<"deleteRun">;');
    expect(source).toContain("export type DeleteRunResult = undefined;");
    expect(source).toContain("   * Delete a run\n   *\n   * It cannot be undone.\n");
    expect(source).toContain("   * @throws {ApiError} 404: No such run.\n");
    expect(source).toContain("  deleteRun(input: DeleteRunInput, options?: CallOptions): Promise<DeleteRunResult>;");
    expect(source).toContain(
      'place: (input: Input) => ({ params: { path: input, query: { "force": input["force"] } } })',
    );
    expect(source).toContain("noContent: [204]");
  });
});

describe("a generated route", () => {
  const query = [{ name: "filter[run]", in: "query", schema: { type: "string" } }];
  const headers = [{ name: "x-trace", in: "header", schema: { type: "string" } }];
  const members = (...names: string[]) =>
    body({ type: "object", properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])) });
  const input = { id: "7", "filter[run]": "a", headers: { "x-trace": "b" }, title: "t", added: 1, body: ["whole"] };
  const { headers: header, body: whole, "filter[run]": run, id, ...rest } = input;

  const places: [what: string, operation: Json, query: unknown, header: unknown, body: unknown][] = [
    ["no body", {}, undefined, undefined, undefined],
    ["a query", { parameters: query }, { "filter[run]": run }, undefined, undefined],
    ["headers", { parameters: headers }, undefined, header, undefined],
    [
      "a body",
      { requestBody: members("title") },
      undefined,
      undefined,
      { ...rest, "filter[run]": run, headers: header, body: whole },
    ],
    ["a body that shares the path's member", { requestBody: members("id") }, undefined, undefined, input],
    [
      "everything",
      { parameters: [...query, ...headers], requestBody: members("title") },
      { "filter[run]": run },
      header,
      { ...rest, body: whole },
    ],
    [
      "a body that shares the query's member",
      { parameters: query, requestBody: members("filter[run]") },
      { "filter[run]": run },
      undefined,
      { ...rest, "filter[run]": run, headers: header, body: whole },
    ],
    ["a body that is no object", { requestBody: body({ type: "array" }) }, undefined, undefined, whole],
  ];
  it.each(places)("with %s places each member of the input", async (_what, operation, ...placed) => {
    const source = printOperations(readOperations(describeOperation(operation)), ["https://example.com"]);
    const { code } = await transform(source, { loader: "ts" });
    const { operationRoutes } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const { params, body } = operationRoutes.deleteRun.place(input);
    expect(params.path.id).toBe("7");
    expect([params.query, params.header, body]).toEqual(placed);
  });
});
