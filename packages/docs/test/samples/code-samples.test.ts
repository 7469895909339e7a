import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { createSpec } from "@testsigma-tms/codegen";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeSamples } from "../../src/samples/code-samples.ts";
import { sampleBodies } from "../../src/samples/sample-request.ts";
import { everyKind, hostileBody } from "../support/every-kind.ts";
import { isLeftOut, runSample } from "../support/sample-runner.ts";

const spec = createSpec(everyKind);

function operationOf(id: string) {
  const operation = spec.operations.find((each) => each.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  return operation;
}

const sampleOf = (id: string, label: string) =>
  codeSamples(spec, operationOf(id)).find((each) => each.label === label)?.source ?? "";

describe("the samples of an operation", () => {
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

  const run = async (id: string, label: string) => {
    const { code, stderr } = await runSample(
      label,
      sampleOf(id, label).replaceAll("https://api.example", origin),
      folder,
    );
    expect(code, stderr).toBe(0);
    return received;
  };

  const labels = ["curl", "fetch", "Python"];

  it.for(labels)("send path and query as they are: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const { method, url } = await run("listFolders", label);

    expect(method).toBe("GET");
    expect([...new URL(url).searchParams]).toEqual([
      ["status", "ACTIVE & CLOSED"],
      ["id", "1"],
      ["id", "2"],
    ]);
  });

  it.for(labels)("send every sign of a body unharmed: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const request = await run("createTestRun", label);

    expect(request.url).toBe(`${origin}/api/v1/projects/a%2Fb%20c/runs`);
    expect(request.headers.get("authorization")).toBe("Bearer <API_KEY>");
    expect(await request.json()).toEqual(hostileBody);
  });

  it.for(labels)("send a form with its file: %s", async (label, { skip }) => {
    skip(isLeftOut(label));
    const form = await (await run("replaceReport", label)).formData();
    const file = form.get("junit_xml") as File;

    expect([file.name, await file.text()]).toEqual(["report.xml", "<testsuites/>"]);
    expect(form.get("note")).toBe(`it's "q" \\n $HOME`);
  });

  it.for(labels)("expect no body of a 204: %s", async (label, { skip }) => {
    skip(isLeftOut(label));

    expect((await run("deleteTestRun", label)).method).toBe("DELETE");
  });

  it("come for each request: JSON first, then the one with the fewest properties", () => {
    const operation = operationOf("importReport");
    const [json, form] = operation.requestBody?.content.toReversed() ?? [];
    if (!json || !form) throw new Error("The fixture has lost a body.");
    const small = {
      ...form,
      examples: { large: { value: { a: 1, b: 2 } }, other: { value: [] }, small: { value: { a: 1 } } },
    };
    const bodies = sampleBodies({
      ...operation,
      requestBody: { isRequired: true, description: "", content: [small, json] },
    });

    expect(bodies.map(({ content, name }) => [content.mediaType, name])).toEqual([
      ["application/json", "text"],
      ["multipart/form-data", "other"],
      ["multipart/form-data", "large"],
      ["multipart/form-data", "small"],
    ]);
    const [, asForm] = sampleBodies(operation);
    expect(codeSamples(spec, operation, asForm).map(({ label }) => label)).toEqual(["curl", "fetch", "Python"]);
  });

  it("call the client's method with path, query and body side by side", () => {
    expect(sampleOf("updateTestRun", "TypeScript")).toContain(`await testsigma.updateTestRun({
  project_id: "a/b c",
  status: "CLOSED",
});`);
  });

  it("call the client's method without an input where there is none", () => {
    expect(sampleOf("listUsers", "TypeScript")).toContain("await testsigma.listUsers();");
  });

  it("give the client's method a file as the file that it is", () => {
    expect(sampleOf("replaceReport", "TypeScript")).toContain(
      `  junit_xml: new File([await readFile("report.xml")], "report.xml"),`,
    );
  });

  it("give the client's method every sign of a body unharmed", () => {
    const [, input] = sampleOf("createTestRun", "TypeScript").match(/createTestRun\(([\s\S]*)\);\nconsole/) ?? [];

    expect(runInNewContext(`JSON.stringify(${input})`)).toBe(JSON.stringify({ project_id: "a/b c", ...hostileBody }));
  });

  it("leave out an optional parameter without an example", () => {
    expect(sampleOf("listFolders", "curl")).not.toContain("page");
  });

  it("send the required properties of a JSON body without an example", () => {
    const [operation] = createSpec(structuredClone(everyKind)).operations.filter(({ id }) => id === "createTestRun");
    const [content] = operation?.requestBody?.content ?? [];
    if (!operation?.requestBody || !content) throw new Error("The fixture has lost createTestRun.");
    operation.requestBody.content = [{ ...content, examples: {} }];

    expect(codeSamples(spec, operation)[0]?.source).toContain('{"title":"<title>"}');
  });
});
