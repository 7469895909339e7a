import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { createSpec, type Operation } from "@testsigma-tms/spec/reader";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeSamples } from "../../src/samples/code-samples.ts";
import { sampleBodies } from "../../src/samples/sample-request.ts";
import { everyKind, hostileBody } from "../support/every-kind.ts";
import { isLeftOut, runSample } from "../support/sample-runner.ts";

const spec = createSpec(everyKind);
const operationOf = (id: string): Operation =>
  spec.operations.find((each) => each.id === id) ?? expect.fail(`There is no operation ${id}.`);
const sampleOf = (id: string, label: string) =>
  codeSamples(spec, operationOf(id)).find((each) => each.label === label)?.source ?? "";

describe.each(["curl", "fetch", "Python"])("the samples for %s, run as printed,", (label) => {
  let server: Server;
  let origin: string;
  let folder: string;
  let received: Request;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method = "", url = "", headers } = request;
      const body = method === "GET" ? null : new Uint8Array(await buffer(request));
      received = new Request(`${origin}${url}`, { method, headers: headers as Record<string, string>, body });
      response.setHeader("Content-Type", "application/json").end(method === "DELETE" ? "" : "{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "docs-samples-"));
    await writeFile(join(folder, "report.xml"), "<testsuites/>");
  });

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const run = async (id: string) => {
    const source = sampleOf(id, label).replaceAll("https://api.example", origin);
    const { code, stderr } = await runSample(label, source, folder);
    expect(code, stderr).toBe(0);
    return received;
  };

  it("send path and query as they are", async ({ skip }) => {
    skip(isLeftOut(label));
    const { method, url } = await run("listFolders");

    expect(method).toBe("GET");
    expect([...new URL(url).searchParams]).toEqual([
      ["status", "ACTIVE & CLOSED"],
      ["id", "1"],
      ["id", "2"],
    ]);
  });

  it("send every sign of a body unharmed", async ({ skip }) => {
    skip(isLeftOut(label));
    const request = await run("createTestRun");

    expect(request.url).toBe(`${origin}/api/v1/projects/a%2Fb%20c/runs`);
    expect(request.headers.get("authorization")).toBe("Bearer <API_KEY>");
    expect(await request.json()).toEqual(hostileBody);
  });

  it("send a form with its file", async ({ skip }) => {
    skip(isLeftOut(label));
    const form = await (await run("replaceReport")).formData();
    const file = form.get("junit_xml") as File;

    expect([file.name, await file.text()]).toEqual(["report.xml", "<testsuites/>"]);
    expect(form.get("note")).toBe(`it's "q" \\n $HOME`);
  });

  it("do not expect a body of a 204", async ({ skip }) => {
    skip(isLeftOut(label));

    expect((await run("deleteTestRun")).method).toBe("DELETE");
  });
});

describe("the samples of an operation", () => {
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
    [
      "with path, query and body side by side",
      "updateTestRun",
      'updateTestRun({\n  project_id: "a/b c",\n  status: "CLOSED",\n});',
    ],
    ["without an input where there is none", "listUsers", "listUsers();"],
    ["with a file as the file that it is", "replaceReport", 'new File([await readFile("report.xml")], "report.xml"),'],
  ])("call the client's method %s", (_, id, code) => {
    expect(sampleOf(id, "TypeScript client")).toContain(code);
  });

  it("give the client's method every sign of a body unharmed", () => {
    const [, input] =
      sampleOf("createTestRun", "TypeScript client").match(/createTestRun\(([\s\S]*)\);\nconsole/) ?? [];

    expect(runInNewContext(`JSON.stringify(${input})`)).toBe(JSON.stringify({ project_id: "a/b c", ...hostileBody }));
  });

  it("leave out an optional parameter without an example", () => {
    expect(sampleOf("listFolders", "curl")).not.toContain("page");
  });

  it("send the required properties of a JSON body without an example", () => {
    const operation = operationOf("createTestRun");
    const content = (operation.requestBody?.content ?? []).map((each) => ({ ...each, examples: {} }));
    const requestBody = { isRequired: true, description: "", content };

    expect(codeSamples(spec, { ...operation, requestBody })[0]?.source).toContain('"title": "<title>"');
  });
});
