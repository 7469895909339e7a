import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeSamples, mockLine } from "../src/code-samples.ts";
import { operationsOf } from "../src/openapi.ts";
import { description } from "./built-docs.ts";
import { hostileBody, withMoreOperations } from "./more-operations.ts";
import { isPythonLeftOut, runSample } from "./sample-runner.ts";

const document = withMoreOperations(description);

function sampleOf(operationId: string, label: string): string {
  const operation = operationsOf(document).find(({ operation }) => operation.operationId === operationId);
  if (!operation) throw new Error(`There is no operation ${operationId}.`);
  if (label === "mock line") return mockLine(document, operation, "https://arcus.testsigma.com/api/v1");
  const sample = codeSamples(document, operation).find((each) => each.label === label);
  return sample?.source ?? "";
}

describe("the samples of an operation that no code knows of", () => {
  let server: Server;
  let origin: string;
  let received: { method: string | undefined; url: string | undefined; key: string | undefined; body: string };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      received = { method, url, key: headers.authorization, body: await text(request) };
      response.setHeader("Content-Type", "application/json").end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  const run = (operationId: string, label: string) =>
    runSample(
      label === "mock line" ? "curl" : label,
      sampleOf(operationId, label).replaceAll("https://arcus.testsigma.com", origin),
    );

  const labels = ["curl", "mock line", "JavaScript", "Python"];

  it.for(labels)("send path and query as they are: %s", async (label, { skip }) => {
    skip(label === "Python" && isPythonLeftOut());
    await run("listTestRuns", label);

    expect(received).toMatchObject({
      method: "GET",
      url: expect.stringMatching(
        /^\/api\/v1\/projects\/c47ade67-0543-4582-a4a5-b7de447c94f5\/test_runs\?status=ACTIVE(\+|%20)%26(\+|%20)CLOSED$/,
      ),
      body: "",
    });
  });

  it.for(labels)("send every sign of a body unharmed: %s", async (label, { skip }) => {
    skip(label === "Python" && isPythonLeftOut());
    await run("renameTestRun", label);

    expect(received).toMatchObject({ method: "PATCH", url: "/api/v1/test_runs/a%2Fb%20c" });
    expect(JSON.parse(received.body)).toEqual(hostileBody);
  });

  it("call the client's method with path, query and body side by side", () => {
    expect(sampleOf("listTestRuns", "TypeScript")).toContain(`await testsigma.listTestRuns({
  project_id: "c47ade67-0543-4582-a4a5-b7de447c94f5",
  status: "ACTIVE & CLOSED",
});`);
  });

  it("give the client's method every sign of a body unharmed", () => {
    const [, input] = sampleOf("renameTestRun", "TypeScript").match(/renameTestRun\(([\s\S]*)\);\nconsole/) ?? [];

    expect(runInNewContext(`JSON.stringify(${input})`)).toBe(JSON.stringify({ run_id: "a/b c", ...hostileBody }));
  });

  it("leave out an optional parameter without an example", () => {
    expect(sampleOf("listTestRuns", "curl")).not.toContain("page");
  });
});
