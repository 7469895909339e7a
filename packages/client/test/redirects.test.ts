import { describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "../src/index.js";
import { methodOf } from "./described-method.js";
import { created, input, json, redirect, stubService, url } from "./stub-service.js";

const documented = url;
const moved = documented.replace("arcus", "arcus-eu");

const call = (service: ReturnType<typeof stubService>, options: ClientOptions = {}) =>
  createClient({ apiKey: "key", fetch: service.fetch, ...options }).createTestRun(input);
const failing = (service: ReturnType<typeof stubService>, options: ClientOptions = {}) =>
  call(service, options).then(
    () => expect.fail("it resolved"),
    (error: unknown) => error,
  );

describe("a redirect to a trusted host", () => {
  it.each([301, 307, 308])("%i is followed with the same method, body and key", async (status) => {
    const service = stubService(redirect(moved, status), json(created));
    await expect(call(service)).resolves.toEqual(created);
    expect(service.requests.map(({ url }) => url)).toEqual([documented, moved]);
    expect(service.requests[1]).toMatchObject({ method: "POST", body: service.requests[0]?.body });
    expect(service.requests[1]?.headers.get("authorization")).toBe("Bearer key");
  });

  it.each([301, 307, 308])("%i is followed anew by each call", async (status) => {
    const service = stubService(redirect(moved, status), json(created), redirect(moved, status), json(created));
    const client = createClient({ apiKey: "key", fetch: service.fetch });
    await client.createTestRun(input);
    await client.createTestRun(input);
    expect(service.requests.map(({ url }) => url)).toEqual([documented, moved, documented, moved]);
  });

  it("is followed relative to the URL that responded", async () => {
    const service = stubService(redirect("/api/v2/runs?x=1", 307), json(created));
    await call(service);
    expect(service.requests[1]?.url).toBe("https://arcus.testsigma.com/api/v2/runs?x=1");
  });

  it("has its body thrown away, which would keep the connection busy", async () => {
    const cancel = vi.fn();
    const response = () => new Response(new ReadableStream({ cancel }), { status: 301, headers: { location: moved } });
    await call(stubService(response, json(created)));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("is never left to fetch, which would send the key anywhere", async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => json(created));
    await createClient({ apiKey: "key", fetch }).createTestRun(input);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: "manual" });
  });

  it("302 is followed by a read", async () => {
    const { call, service } = methodOf({ at: "get /runs/{id}", operation: {} }, redirect(moved, 302));
    await call({ id: "7" });
    expect(service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://example.com/v1/runs/7",
      `GET ${moved}`,
    ]);
  });

  it("does not count as an attempt", async () => {
    const service = stubService(redirect(moved), json({ message: "no" }, 404));
    expect(await failing(service)).toMatchObject({ name: "NotFoundError", attempts: 1 });
  });
});

describe("a redirect that must not be followed", () => {
  const hop = (n: number) => `https://h${n}.testsigma.com/`;
  const rejected: [what: string, service: ReturnType<typeof stubService>, sent: number, why: string][] = [
    ["to another host", stubService(redirect("https://example.com/")), 1, "not in trustedHosts"],
    ["to a host that only ends alike", stubService(redirect("https://eviltestsigma.com/")), 1, "not in trustedHosts"],
    ["to another port", stubService(redirect("https://testsigma.com:8443/")), 1, "not in trustedHosts"],
    [
      "with a password only",
      stubService(redirect("https://:secret@testsigma.com/")),
      1,
      "301 redirect to https://testsigma.com/: not in trustedHosts",
    ],
    ["with a user in it", stubService(redirect("https://user@testsigma.com/")), 1, "not in trustedHosts"],
    ["down to http", stubService(redirect(moved.replace("https", "http"))), 1, "down to http"],
    ["to itself", stubService(redirect(documented)), 4, "over 3 hops"],
    [
      "back and forth",
      stubService(...[moved, documented, moved, documented].map((to) => redirect(to))),
      4,
      "over 3 hops",
    ],
    ["for the fourth time", stubService(...[1, 2, 3, 4].map((n) => redirect(hop(n)))), 4, "over 3 hops"],
  ];
  it.each(rejected)("%s is rejected, and the key goes nowhere else", async (_what, service, sent, why) => {
    const error = await failing(service);
    expect(error).toMatchObject({ name: "RedirectError", outcome: "rejected", target: expect.any(String) });
    expect(error).toHaveProperty("message", expect.stringContaining(why));
    expect(service.requests).toHaveLength(sent);
    expect(service.requests.every(({ url }) => new URL(url).host.endsWith(".testsigma.com"))).toBe(true);
  });

  it("names the target, and the option that would allow it", async () => {
    const target = documented.replace("arcus.testsigma.com", "tms.example.com");
    expect(await failing(stubService(redirect(target)))).toMatchObject({
      target,
      message: expect.stringContaining(`: 301 redirect to ${target}: not in trustedHosts (`),
    });
  });

  it("is followed when the caller trusts the host", async () => {
    const service = stubService(redirect("https://tms.example.com/"), json(created));
    await expect(call(service, { trustedHosts: ["example.com"] })).resolves.toEqual(created);
  });
});

describe("a redirect after which the request may have been processed", () => {
  it.each([
    ["303", redirect(moved, 303)],
    ["302 on a POST", redirect(moved, 302)],
    ["300", redirect(moved, 300)],
    ["301 without Location", redirect(undefined)],
    ["301 with a Location that is no URL", redirect("https://")],
  ])("%s is of unknown outcome", async (_what, response) => {
    const service = stubService(response);
    expect(await failing(service)).toMatchObject({ name: "RedirectError", outcome: "unknown", attempts: 1 });
    expect(service.requests).toHaveLength(1);
  });

  it("says which baseUrl to set where the runtime hides the target, as browsers do", async () => {
    const hidden = { type: "opaqueredirect", status: 0, headers: new Headers(), body: null } as Response;
    expect(await failing(stubService(() => hidden))).toMatchObject({
      name: "RedirectError",
      outcome: "unknown",
      target: undefined,
      message: expect.stringContaining(
        "a redirect: hidden by this runtime; set baseUrl to https://test-management.testsigma.com/api/v1. It may have been executed",
      ),
    });
  });
});
