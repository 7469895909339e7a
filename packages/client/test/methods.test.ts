import { describe, expect, it } from "vitest";
import { apiKey, clientOf, create, created, input, json, url } from "./stub-service.js";

describe("createTestRun", () => {
  it("posts the input to the project, as JSON, with the key as a bearer token", async () => {
    const { requests } = await create([json(created)]);
    expect(requests).toMatchObject([{ method: "POST", url }]);
    expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${apiKey}`);
    expect(requests[0]?.headers.get("content-type")).toBe("application/json");
    expect(JSON.parse(String(requests[0]?.body))).toEqual(input);
  });

  it("resolves to the body of any 2xx, with unknown properties and unknown values", async () => {
    const body = { message: "new", data: { test_run: { selection_type: "MIXED", added: [1] }, more: {} }, extra: true };
    expect((await create([json(body, 201)])).settled).toEqual(body);
  });

  it("accepts an input without a prototype, with properties that the spec does not know, and escapes the path", async () => {
    const { client, requests } = clientOf([json(created)]);
    const bare = Object.assign(Object.create(null), input, { new_property: 1, project_id: "a/b?c#d" });
    await client.createTestRun(bare);
    expect(JSON.parse(String(requests[0]?.body))).toHaveProperty("new_property", 1);
    expect(requests[0]?.url).toContain("/projects/a%2Fb%3Fc%23d/test_runs");
  });

  it("adds headers of the client and of the call, the call's winning", async () => {
    const headers = { "x-a": "client", "x-b": "client" };
    const { requests } = await create([json(created)], { headers }, { headers: [["x-b", "call"]] });
    expect(requests[0]?.headers.get("x-a")).toBe("client");
    expect(requests[0]?.headers.get("x-b")).toBe("call");
  });
});

it("an input goes into the query of a read, without what is not set, and into the body of an update", async () => {
  const { client, requests } = clientOf([json({ message: "", data: { test_runs: [], test_run: {} } })]);
  const { project_id } = input;
  await client.listTestRuns({ project_id, page_size: 2, page: undefined, cursor: null } as { project_id: string });
  await client.updateTestRun({ project_id, test_run_id: "7", title: "t" });
  expect(requests).toMatchObject([
    { method: "GET", url: `${url}?page_size=2`, body: undefined },
    { method: "PUT", url: `${url}/7`, body: '{"title":"t"}' },
  ]);
});
