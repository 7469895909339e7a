import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, InputError } from "../src/index.js";
import { created, input, json, redirect, stubService, url } from "./stub-service.js";

const server = createServer((_request, response) => response.end("{}"));
let port = 0;
let closedPort = 0;
beforeAll(async () => {
  const listen = (on: typeof server) => new Promise<void>((resolve) => on.listen(0, "127.0.0.1", resolve));
  await listen(server);
  ({ port } = server.address() as AddressInfo);
  const closed = createServer();
  await listen(closed);
  ({ port: closedPort } = closed.address() as AddressInfo);
  await new Promise((resolve) => closed.close(resolve));
});
afterAll(() => void server.close());

const messageOf = (call: Promise<unknown>) =>
  call.then(
    () => "it resolved",
    (error: Error) => error.message,
  );
const client = createClient({ apiKey: "key", maxRetries: 0, fetch: stubService(json(created)).fetch });
const runs = `projects/${input.project_id}/test_runs`;

describe("the message", () => {
  it("of a server that is not there asks for the mock", async () => {
    const baseUrl = `http://127.0.0.1:${closedPort}/api/v1`;
    expect(await messageOf(createClient({ apiKey: "key", maxRetries: 0, baseUrl }).createTestRun(input))).toBe(
      `createTestRun: ECONNREFUSED: nothing listens at http://127.0.0.1:${closedPort}. Is the mock running? (POST ${baseUrl}/${runs})`,
    );
  });

  it("of https to a server that speaks http asks for the scheme", async () => {
    const baseUrl = `https://127.0.0.1:${port}/api/v1`;
    expect(await messageOf(createClient({ apiKey: "key", maxRetries: 0, baseUrl }).createTestRun(input))).toMatch(
      new RegExp(
        `^createTestRun: ERR_SSL_[A-Z_]+: https://127\\.0\\.0\\.1:${port} does not speak TLS\\. Is it an http: URL\\? It may have been executed: look before resending\\. \\(POST ${baseUrl}/${runs}\\)$`,
      ),
    );
  });

  it("of a host without an address asks for the base URL", async () => {
    const cause = Object.assign(new Error("getaddrinfo"), {
      code: "ENOTFOUND",
      syscall: "getaddrinfo",
      hostname: "arcus.testsigma.com",
    });
    const { fetch } = stubService(new TypeError("fetch failed", { cause }));
    expect(await messageOf(createClient({ apiKey: "key", maxRetries: 0, fetch }).createTestRun(input))).toBe(
      `createTestRun: ENOTFOUND: no address is known for arcus.testsigma.com. Check baseUrl (POST ${url})`,
    );
  });

  it("of a 401 asks for the key", async () => {
    const { fetch } = stubService(json({ code: 401, message: "Invalid API key" }, 401));
    expect(await messageOf(createClient({ apiKey: "key", fetch }).createTestRun(input))).toBe(
      `createTestRun: 401: Invalid API key. The API key was rejected: check it, or make one under Settings > API Keys (POST ${url})`,
    );
  });

  it("names the URL that was asked, without user and query", async () => {
    const { fetch } = stubService(redirect("https://eu.testsigma.com/runs?token=t", 307), json({}, 404));
    const call = createClient({ apiKey: "key", fetch }).createTestRun(input);
    await expect(call).rejects.toMatchObject({
      message: "createTestRun: 404 (POST https://eu.testsigma.com/runs)",
      url: "https://eu.testsigma.com/runs",
    });
    const rejected = stubService(redirect("https://someone:secret@eu.testsigma.com/runs?token=t"));
    expect(await messageOf(createClient({ apiKey: "key", fetch: rejected.fetch }).createTestRun(input))).toBe(
      `createTestRun: 301 redirect to https://eu.testsigma.com/runs: not in trustedHosts (POST ${url})`,
    );
  });

  const suffix = "(POST /projects/{project_id}/test_runs)";
  const headersRule = "valid header names and values, as an object, pairs or Headers";
  const wrongOptions: [what: string, options: unknown, message: string][] = [
    ["a signal that is none", { signal: {} }, "option signal: expected an AbortSignal, got an Object"],
    ["headers in a Map", { headers: new Map() }, `option headers: expected ${headersRule}, got a Map`],
    ["half a retry", { maxRetries: 1.5 }, "option maxRetries: expected a whole number from 0, got 1.5"],
    ["a text as query", { query: "a=b" }, 'option query: expected an object, got "a=b"'],
    ["a signal in place of the options", AbortSignal.abort(), "options: expected an object, got an AbortSignal"],
  ];
  it.each(wrongOptions)("of %s names the option", async (_what, options, message) => {
    const call = client.createTestRun(input, options as object);
    await expect(call).rejects.toBeInstanceOf(InputError);
    expect(await messageOf(call)).toBe(`createTestRun: ${message} ${suffix}`);
  });

  const circular: { self?: unknown } = {};
  circular.self = circular;
  const unreadable = new Proxy(input, {
    get() {
      throw new Error("do not read me");
    },
  });
  const wrongInputs: [what: string, given: unknown, message: string | RegExp][] = [
    ["a text", "input", "createTestRun: input: expected an object, got a string"],
    ["an array", [input], "createTestRun: input: expected an object, got an Array"],
    [
      "an object as identifier",
      { ...input, project_id: Object.create(null) },
      "project_id: expected an identifier, got an Object",
    ],
    [
      "a symbol as identifier",
      { ...input, project_id: Symbol("p") },
      "project_id: expected an identifier, got a symbol",
    ],
    ["no number as identifier", { ...input, project_id: Number.NaN }, "project_id: expected an identifier, got NaN"],
    ["a bigint", { ...input, start_date: 1n }, /BigInt/],
    ["what cannot be read", unreadable, "createTestRun: do not read me"],
    [
      "a getter that throws",
      {
        ...input,
        get title() {
          throw new Error("no title");
        },
      },
      "createTestRun: no title",
    ],
    [
      "a toJSON that throws no error",
      {
        ...input,
        toJSON() {
          throw Object.create(null);
        },
      },
      "createTestRun: an Object",
    ],
    ["a circle", { ...input, circular }, /circular/i],
    [
      "a toJSON that throws a text",
      {
        ...input,
        title: { toJSON: () => Promise.reject },
        start_date: {
          toJSON() {
            throw "no";
          },
        },
      },
      'createTestRun: "no"',
    ],
  ];
  it.each(wrongInputs)("of %s as input is no raw TypeError", async (_what, given, message) => {
    const call = client.createTestRun(given as typeof input);
    await expect(call).rejects.toBeInstanceOf(InputError);
    expect(await messageOf(call)).toMatch(message);
  });

  it("takes an input without a prototype", async () => {
    await expect(client.createTestRun(Object.assign(Object.create(null), input))).resolves.toEqual(created);
  });
});
