import { describe, expect, it } from "vitest";
import { createClient, InputError } from "../src/index.js";
import { created, input, json, stubService } from "./stub-service.js";

const clientOf = (service: { fetch: typeof fetch | ReturnType<typeof stubService>["fetch"] }) =>
  createClient({ apiKey: "key", fetch: service.fetch as never });

describe("createTestRun", () => {
  it("posts the input to the project, as JSON, with the key as a bearer token", async () => {
    const service = stubService(json(created));
    await clientOf(service).createTestRun(input);
    const [request] = service.requests;
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe(
      "https://arcus.testsigma.com/api/v1/projects/c47ade67-0543-4582-a4a5-b7de447c94f5/test_runs",
    );
    expect(request?.headers.get("authorization")).toBe("Bearer key");
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(JSON.parse(String(request?.body))).toEqual(input);
  });

  it("resolves to the body, with unknown properties and unknown values", async () => {
    const body = { message: "new", data: { test_run: { selection_type: "MIXED", added: [1] }, more: {} }, extra: true };
    await expect(clientOf(stubService(json(body))).createTestRun(input)).resolves.toEqual(body);
  });

  it("takes any 2xx for success", async () => {
    await expect(clientOf(stubService(json(created, 201))).createTestRun(input)).resolves.toEqual(created);
  });

  it("passes properties that the spec does not know to the body", async () => {
    const service = stubService(json(created));
    await clientOf(service).createTestRun({ ...input, new_member: 1 } as typeof input);
    expect(JSON.parse(String(service.requests[0]?.body))).toHaveProperty("new_member", 1);
  });

  it("adds headers of the client and of the call, the call's winning", async () => {
    const service = stubService(json(created));
    const client = createClient({ apiKey: "key", fetch: service.fetch, headers: { "x-a": "client", "x-b": "client" } });
    await client.createTestRun(input, { headers: [["x-b", "call"]] });
    expect(service.requests[0]?.headers.get("x-a")).toBe("client");
    expect(service.requests[0]?.headers.get("x-b")).toBe("call");
  });

  const rejected: [what: string, given: unknown, message: string][] = [
    ["no input", undefined, "project_id: expected an identifier, got undefined"],
    ["null", null, "project_id: expected an identifier, got undefined"],
    ["a missing project", { title: "t" }, "project_id: expected an identifier, got undefined"],
    ["an empty project", { ...input, project_id: "" }, 'project_id: expected an identifier, got ""'],
    ["a project that would climb up the path", { ...input, project_id: ".." }, 'got ".."'],
    ["what JSON cannot hold", { ...input, start_date: 1n }, "BigInt"],
  ];
  it.each(rejected)("rejects %s before anything is sent", async (_what, given, message) => {
    const service = stubService(json(created));
    const error = await clientOf(service)
      .createTestRun(given as typeof input)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ outcome: "not-sent", attempts: 0, operation: "createTestRun", method: "POST" });
    expect(error).toHaveProperty("message", expect.stringContaining(message));
    expect(service.requests).toHaveLength(0);
  });

  it("rejects an unknown or wrong option of the call", async () => {
    const client = clientOf(stubService(json(created)));
    await expect(client.createTestRun(input, { retries: 1 } as never)).rejects.toThrow(
      "unknown option retries, known: signal, query, onResponse, timeout, totalTimeout, maxRetries, headers",
    );
    await expect(client.createTestRun(input, { timeout: -1 })).rejects.toThrow("got -1");
  });

  it("escapes what stands in the path", async () => {
    const service = stubService(json(created));
    await clientOf(service).createTestRun({ ...input, project_id: "a/b?c#d" });
    expect(service.requests[0]?.url).toContain("/projects/a%2Fb%3Fc%23d/test_runs");
  });
});
