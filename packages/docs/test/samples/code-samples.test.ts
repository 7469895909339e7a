import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { createSpec, type Operation } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { codeSamples } from "../../src/samples/code-samples.ts";
import { sampleBodies } from "../../src/samples/sample-request.ts";
import { everyKind, hostileBody } from "../support/every-kind.ts";
import { isLeftOut, runSamples } from "../support/sample-runner.ts";

const spec = createSpec(everyKind);
const operationOf = (id: string): Operation =>
  spec.operations.find((each) => each.id === id) ?? expect.fail(`There is no operation ${id}.`);
const sampleOf = (id: string, label: string) =>
  codeSamples(spec, operationOf(id)).find((each) => each.label === label)?.source ?? "";

/** Runs samples of operations as printed, and returns the requests that they send. */
async function sentBy(label: string, ids: string[]): Promise<Request[]> {
  const received: Request[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const body = method === "GET" ? null : new Uint8Array(await buffer(request));
    received.push(new Request(`${origin}${url}`, { method, headers: headers as Record<string, string>, body }));
    response.setHeader("Content-Type", "application/json").end(method === "DELETE" ? "" : "{}");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const samples = ids.map((id) => sampleOf(id, label).replaceAll("https://api.example", origin));
  const { code, stderr } = await runSamples(label, samples);
  server.close();
  expect(code, stderr).toBe(0);
  return received;
}

describe("the samples of an operation", () => {
  it.for(["curl", "fetch", "Python"])("send path, query, body and form unharmed: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const ids = ["listFolders", "createTestRun", "replaceReport", "deleteTestRun"];
    const [list, create, replace, remove] = (await sentBy(label, ids)) as [Request, Request, Request, Request];
    const form = await replace.formData();
    const file = form.get("junit_xml") as File;
    const { pathname, searchParams } = new URL(list.url);

    expect([list.method, pathname, [...searchParams]]).toEqual([
      "GET",
      "/api/v1/folders",
      [
        ["status", "ACTIVE & CLOSED"],
        ["id", "1"],
        ["id", "2"],
      ],
    ]);
    expect(create.url).toMatch(/\/api\/v1\/projects\/a%2Fb%20c\/runs$/);
    expect(create.headers.get("authorization")).toBe("Bearer <API_KEY>");
    expect(await create.json()).toEqual(hostileBody);
    expect([file.name, await file.text()]).toEqual(["report.xml", "<testsuites/>"]);
    expect(form.get("note")).toBe(`it's "q" \\n $HOME`);
    // The sample does not fail for want of a body.
    expect(remove.method).toBe("DELETE");
  });

  it("come for each request: JSON first, then the one with the fewest properties", () => {
    const operation = operationOf("importReport");
    const [form, json] = operation.requestBody?.content ?? [];
    if (!json || !form) throw new Error("The fixture has lost a body.");
    const examples = { large: { value: { a: 1, b: 2 } }, other: { value: [] }, small: { value: { a: 1 } } };
    const content = [{ ...form, examples }, json];
    const bodies = sampleBodies({ ...operation, requestBody: { isRequired: true, description: "", content } });

    expect(bodies.map(({ content, name }) => [content.mediaType, name])).toEqual([
      ["application/json", "text"],
      ["multipart/form-data", "other"],
      ["multipart/form-data", "large"],
      ["multipart/form-data", "small"],
    ]);
    const [, asForm] = sampleBodies(operation);
    expect(codeSamples(spec, operation, asForm).map(({ label }) => label)).toEqual(["curl", "fetch", "Python"]);
  });

  it.each([
    ["path, query and body side by side", "updateTestRun", '({\n  project_id: "a/b c",\n  status: "CLOSED",\n});'],
    ["no input where there is none", "listUsers", "();"],
    ["a file as the file that it is", "replaceReport", 'new File([await readFile("report.xml")], "report.xml"),'],
  ])("give the client's method %s", (_, id, input) => {
    expect(sampleOf(id, "TypeScript client").split(id)[1]).toContain(input);
  });

  it("give the client's method every sign of a body unharmed", () => {
    const [, input] =
      sampleOf("createTestRun", "TypeScript client").match(/createTestRun\(([\s\S]*)\);\nconsole/) ?? [];

    expect(runInNewContext(`JSON.stringify(${input})`)).toBe(JSON.stringify({ project_id: "a/b c", ...hostileBody }));
  });

  it("leave out an optional parameter without an example, and send what a body without one requires", () => {
    const operation = operationOf("createTestRun");
    const content = (operation.requestBody?.content ?? []).map((each) => ({ ...each, examples: {} }));
    const requestBody = { isRequired: true, description: "", content };

    expect(sampleOf("listFolders", "curl")).not.toContain("page");
    expect(codeSamples(spec, { ...operation, requestBody })[0]?.source).toContain('"title": "<title>"');
  });
});
