import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.js";
import { input, json, redirect, stubService } from "./stub-service.js";

const apiKey = "eyJhbGciOiJIUzI1NiJ9.invented-for-this-test";
const everything = (value: unknown) =>
  [
    inspect(value, { depth: 20, showHidden: true }),
    JSON.stringify(value),
    String(value),
    (value as Error).stack,
  ].join();

describe("the API key", () => {
  it("is not found in the client", () => {
    const client = createClient({ apiKey, headers: { "x-team": "portal" } });
    expect(everything(client)).not.toContain(apiKey);
    expect(everything(client.http)).not.toContain(apiKey);
  });

  const echo = (_url: string, { headers }: RequestInit) => new Headers(headers).get("authorization");
  const fails: [what: string, service: ReturnType<typeof stubService>][] = [
    ["an echo in a JSON body", stubService((url, init) => json({ message: `bad ${echo(url, init)}` }, 401))],
    ["an echo in a page", stubService((url, init) => new Response(`<p>${echo(url, init)}</p>`, { status: 502 }))],
    [
      "a fetch that throws its whole request",
      stubService((url, init) => {
        throw Object.assign(new Error(`failed: ${echo(url, init)}`), { request: { url, init } });
      }),
    ],
    [
      "a fetch whose cause holds the headers",
      stubService((_url, { headers }) => {
        throw new TypeError("fetch failed", { cause: { code: "ECONNRESET", headers } });
      }),
    ],
    [
      "a fetch that throws its request",
      stubService((url, init) => {
        throw Object.assign(new Error("failed"), {
          request: new Request(url, { method: "POST", headers: init.headers ?? {} }),
        });
      }),
    ],
    [
      "a fetch that throws several errors",
      stubService((url, init) => {
        throw new AggregateError([new Error(`failed: ${echo(url, init)}`)], "all failed");
      }),
    ],
    [
      "a fetch whose cause is a text",
      stubService((url, init) => {
        throw new Error("failed", { cause: echo(url, init) });
      }),
    ],
    ["a redirect", stubService(redirect("https://example.com/"))],
    ["an echo in a header", stubService((url, init) => json({}, 404, { "x-request-id": `${echo(url, init)}` }))],
    ["an echo in a Location", stubService((url, init) => redirect(`https://example.com/${echo(url, init)?.slice(7)}`))],
    ["an unusable success", stubService((url, init) => new Response(`${echo(url, init)}`))],
  ];
  it.each(fails)("is not found in the error after %s", async (_what, service) => {
    const error = await createClient({ apiKey, fetch: service.fetch, maxRetries: 0 })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(everything(error)).not.toContain(apiKey);
    expect(service.requests[0]?.headers.get("authorization")).toBe(`Bearer ${apiKey}`);
  });

  it("is not found in what onRetry is told", async () => {
    const notices: unknown[] = [];
    const service = stubService((url, init) => json({ message: `${echo(url, init)}` }, 429, { "retry-after": "0" }));
    await createClient({ apiKey, fetch: service.fetch, onRetry: (notice) => notices.push(notice) })
      .createTestRun(input)
      .catch(() => {});
    expect(notices).toHaveLength(2);
    expect(everything(notices)).not.toContain(apiKey);
  });

  it("of a key function that fails is not asked for again in the message", async () => {
    const service = stubService(json({}));
    const error = await createClient({ apiKey: () => "two words", fetch: service.fetch, maxRetries: 0 })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InputError", outcome: "not-sent" });
    expect(everything(error)).not.toContain("two words");
    expect(service.requests).toHaveLength(0);
  });

  it("keeps the cause as the runtime gave it where the key is not in it", async () => {
    const socket = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET", socket: { bytesRead: 0 } });
    const cause = new TypeError("fetch failed", { cause: socket });
    const error = await createClient({ apiKey, fetch: stubService(cause).fetch })
      .createTestRun(input)
      .catch((thrown: unknown) => thrown);
    expect((error as Error).cause).toBe(cause);
  });
});
