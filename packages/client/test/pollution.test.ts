import { afterEach, describe, expect, it, vi } from "vitest";
import { createFetch } from "../src/http.js";
import { createClient } from "../src/index.js";
import { created, input, json, stubService, url } from "./stub-service.js";

const foreign = "https://evil.example/api";
const polluted = Object.prototype as Record<string, unknown>;
const names = ["baseUrl", "fetch", "trustedHosts", "apiKey", "TESTSIGMA_BASE_URL", "isRepeatable", "headers", "query"];

afterEach(() => {
  for (const name of names) delete polluted[name];
  vi.unstubAllGlobals();
});

describe("a property that other code added to Object.prototype", () => {
  it("does not lead the key to another host", async () => {
    const service = stubService(json(created));
    vi.stubGlobal("fetch", service.fetch);
    const stolen = vi.fn(async () => json(created));
    Object.assign(polluted, { baseUrl: foreign, TESTSIGMA_BASE_URL: foreign, fetch: stolen, query: { key: "1" } });
    await createClient({ apiKey: "key" }).createTestRun(input);
    await createClient({ apiKey: "key" }).createTestRun(input, {});
    expect(stolen).not.toHaveBeenCalled();
    expect(service.requests.map(({ url }) => url)).toEqual(Array(2).fill(expect.stringContaining("https://arcus.")));
    expect(service.requests[0]?.url).not.toContain("key");
  });

  it("trusts no host, and repeats no create", async () => {
    Object.assign(polluted, { trustedHosts: ["evil.example"], isRepeatable: true });
    const redirecting = stubService(new Response(null, { status: 308, headers: { location: foreign } }));
    const call = createClient({ apiKey: "key", fetch: redirecting.fetch }).createTestRun(input);
    await expect(call).rejects.toThrow("not in trustedHosts");
    const failing = stubService(json({}, 503));
    await expect(createClient({ apiKey: "key", fetch: failing.fetch }).createTestRun(input)).rejects.toMatchObject({
      attempts: 1,
    });
    await createFetch({ apiKey: "key", fetch: failing.fetch })(url, { method: "POST", body: "{}" });
    expect(failing.requests).toHaveLength(2);
  });

  it("is not used as the API key", () => {
    vi.stubEnv("TESTSIGMA_API_KEY", undefined);
    polluted.apiKey = "of-somebody-else";
    expect(() => createClient({})).toThrow("no API key");
    vi.unstubAllEnvs();
  });
});

it("an option is read once", async () => {
  const urls = ["https://arcus.testsigma.com/api/v1", foreign];
  const service = stubService(json(created));
  const options = {
    apiKey: "key",
    fetch: service.fetch,
    get baseUrl() {
      return urls.shift();
    },
  };
  await createClient(options).createTestRun(input);
  expect(service.requests[0]?.url).toMatch(/^https:\/\/arcus\./);
  expect(urls).toEqual([foreign]);
});
