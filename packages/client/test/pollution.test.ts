import { afterEach, describe, expect, it, vi } from "vitest";
import { createFetch } from "../src/http.js";
import { createClient } from "../src/index.js";
import { create, created, input, json, redirect, stubService, url } from "./stub-service.js";

const foreign = "https://evil.example/api";
const polluted = Object.prototype as Record<string, unknown>;
const names = ["baseUrl", "fetch", "trustedHosts", "apiKey", "TESTSIGMA_BASE_URL", "isRepeatable", "headers", "query"];

afterEach(() => {
  for (const name of names) delete polluted[name];
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
    expect(service.requests.map(({ url }) => url)).toEqual([url, url]);
  });

  it("trusts no host, and repeats no create", async () => {
    Object.assign(polluted, { trustedHosts: ["evil.example"], isRepeatable: true });
    const { settled } = await create([redirect(foreign, 308)]);
    expect(settled).toHaveProperty("message", expect.stringContaining("not in trustedHosts"));
    expect((await create([json({}, 503)])).settled).toMatchObject({ attempts: 1 });
    const { fetch, requests } = stubService(json({}, 503));
    await createFetch({ apiKey: "key", fetch })(url, { method: "POST", body: "{}" });
    expect(requests).toHaveLength(1);
  });

  it("is not used as the API key", () => {
    vi.stubEnv("TESTSIGMA_API_KEY", undefined);
    polluted.apiKey = "of-somebody-else";
    expect(() => createClient({})).toThrow("no API key");
  });
});

it("an option is read once", async () => {
  const urls = ["https://arcus.testsigma.com/api/v1", foreign];
  const options = {
    get baseUrl() {
      return urls.shift() ?? "";
    },
  };
  // Not `create`, which copies its options.
  const { fetch, requests } = stubService(json(created));
  await createClient(Object.assign(options, { apiKey: "key", fetch })).createTestRun(input);
  expect(requests).toMatchObject([{ url }]);
  expect(urls).toEqual([foreign]);
});
