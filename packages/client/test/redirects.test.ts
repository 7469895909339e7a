import { describe, expect, it, vi } from "vitest";
import { methodOf } from "./described-method.js";
import {
  apiKey,
  clientOf,
  create,
  created,
  input,
  json,
  moved,
  redirect,
  type StubResponse,
  url,
} from "./stub-service.js";

describe("a redirect to a trusted host", () => {
  it.each([301, 307, 308])("%i is followed with the same method, body and key, anew by each call", async (status) => {
    const responses = [redirect(moved, status), json(created)];
    const { client, requests } = clientOf([...responses, ...responses]);
    for (let calls = 0; calls < 2; calls++) await expect(client.createTestRun(input)).resolves.toEqual(created);
    expect(requests.map(({ url }) => url)).toEqual([url, moved, url, moved]);
    expect(requests[1]).toMatchObject({ method: "POST", body: requests[0]?.body });
    expect(requests[1]?.headers.get("authorization")).toBe(`Bearer ${apiKey}`);
  });

  it.each([
    ["relative to the URL that responded", "/api/v2/runs?x=1", {}, "https://arcus.testsigma.com/api/v2/runs?x=1"],
    [
      "from http to http on one host, such as that of a mock",
      "http://127.0.0.1:4010/v2/runs",
      { baseUrl: "http://127.0.0.1:4010" },
      "http://127.0.0.1:4010/v2/runs",
    ],
    [
      "to a host that the caller trusts",
      "https://tms.example.com/",
      { trustedHosts: ["other.example", "Example.com"] },
    ],
  ])("is followed %s", async (_what, location, options, target = location) => {
    const { settled, requests } = await create([redirect(location, 307), json(created)], options);
    expect(settled).toEqual(created);
    expect(requests[1]?.url).toBe(target);
  });

  it("has its body thrown away, which would keep the connection busy", async () => {
    const cancel = vi.fn();
    const response = () => new Response(new ReadableStream({ cancel }), { status: 301, headers: { location: moved } });
    await create([response, json(created)]);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("is never left to fetch, which would send the key anywhere", async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => json(created));
    await create([], { fetch });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: "manual" });
  });

  it("302 is followed by a read", async () => {
    const { call, service } = methodOf({ at: "get /runs/{id}", operation: {} }, redirect(moved, 302));
    await call({ id: "7" });
    const sent = service.requests.map(({ method, url }) => `${method} ${url}`);
    expect(sent).toEqual(["GET https://example.com/v1/runs/7", `GET ${moved}`]);
  });

  it("does not count as an attempt", async () => {
    const { settled } = await create([redirect(moved), json({ message: "no" }, 404)]);
    expect(settled).toMatchObject({ name: "NotFoundError", attempts: 1 });
  });
});

describe("a redirect that must not be followed", () => {
  const foreign = url.replace("arcus.testsigma.com", "tms.example.com");
  const rejected: [what: string, locations: string[], why: string][] = [
    ["to another host", [foreign], `301 redirect to ${foreign}: not in trustedHosts (`],
    ["to a host that only ends alike", ["https://eviltestsigma.com/"], "not in trustedHosts"],
    ["to another port", ["https://testsigma.com:8443/"], "not in trustedHosts"],
    ["with a password only", ["https://:secret@testsigma.com/"], "not in trustedHosts"],
    ["with a user in it", ["https://user@testsigma.com/"], "not in trustedHosts"],
    ["from https to http", [moved.replace("https", "http")], "would leave https"],
    ["to itself", [url, url, url, url], "over 3 hops"],
    ["back and forth", [moved, url, moved, url], "over 3 hops"],
    ["for the fourth time", [1, 2, 3, 4].map((n) => `https://h${n}.testsigma.com/`), "over 3 hops"],
  ];
  it.each(rejected)("%s is rejected, and the key goes nowhere else", async (_what, locations, why) => {
    const { settled, requests } = await create(locations.map((location) => redirect(location)));
    expect(settled).toMatchObject({
      name: "RedirectError",
      outcome: "rejected",
      target: expect.any(String),
      message: expect.stringContaining(why),
    });
    expect(requests).toHaveLength(locations.length);
    expect(requests.every(({ url }) => new URL(url).host.endsWith(".testsigma.com"))).toBe(true);
  });
});

describe("a redirect after which the request may have been processed", () => {
  const hidden = { type: "opaqueredirect", status: 0, headers: new Headers(), body: null } as Response;
  const unclear: [what: string, response: StubResponse, error?: object][] = [
    ["303", redirect(moved, 303)],
    ["302 on a POST", redirect(moved, 302)],
    ["300", redirect(moved, 300)],
    ["301 without Location", redirect(undefined)],
    ["301 with a Location that is no URL", redirect("https://")],
    [
      "one whose target the runtime hides, as browsers do,",
      () => hidden,
      {
        target: undefined,
        message: expect.stringContaining(
          "a redirect: this runtime hides the target of redirects; set baseUrl to https://test-management.testsigma.com/api/v1. The request may have been executed",
        ),
      },
    ],
  ];
  it.each(unclear)("%s is of unknown outcome", async (_what, response, error) => {
    const { settled, requests } = await create([response]);
    expect(settled).toMatchObject({ name: "RedirectError", outcome: "unknown", attempts: 1, ...error });
    expect(requests).toHaveLength(1);
  });
});
