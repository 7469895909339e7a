import { describe, expect, it } from "vitest";
import { followRedirect } from "../../src/follow-redirect.js";

/** Returns the request that `fetch` sends after a response to a request to `https://a.test/runs/5`. */
function follow(status: number, init: RequestInit, location = "/moved"): Request | undefined {
  const request = () => new Request("https://a.test/runs/5", init);
  return followRedirect(request(), new Response(null, { status, headers: { location } }), request);
}

describe("what is sent after a redirect", () => {
  it.each([
    [301, "HEAD", "HEAD"],
    [301, "POST", "GET"],
    [301, "PUT", "PUT"],
    [302, "POST", "GET"],
    [302, "DELETE", "DELETE"],
    [303, "HEAD", "HEAD"],
    [303, "POST", "GET"],
    [303, "PUT", "GET"],
    [307, "POST", "POST"],
    [308, "PATCH", "PATCH"],
  ])("%i after %s: %s", async (status, method, expected) => {
    const body = method === "GET" || method === "HEAD" ? null : "title=x";
    const headers = { Authorization: "Bearer any", "Content-Type": "text/plain" };
    const next = follow(status, { method, headers, body });

    expect([next?.method, next?.url]).toEqual([expected, "https://a.test/moved"]);
    expect(await next?.text()).toBe(expected === method && body ? body : "");
  });

  it.each([200, 300, 304, 305, 404])("nothing after %i", (status) => {
    expect(follow(status, {})).toBeUndefined();
  });

  it("nothing without a location", () => {
    const request = () => new Request("https://a.test");
    expect(followRedirect(request(), new Response(null, { status: 301 }), request)).toBeUndefined();
  });

  it.each([
    ["/moved", "https://a.test/moved"],
    ["moved?a=1", "https://a.test/runs/moved?a=1"],
    ["//b.test/", "https://b.test/"],
    ["http://a.test/", "http://a.test/"],
  ])("goes to %s: %s", (location, url) => {
    expect(follow(301, {}, location)?.url).toBe(url);
  });
});

describe("the headers after a redirect", () => {
  const headers = {
    authorization: "Bearer any",
    "content-encoding": "identity",
    "content-language": "en",
    "content-length": "1",
    "content-location": "/runs/5",
    "content-type": "text/plain",
    cookie: "session=any",
    host: "a.test",
    "proxy-authorization": "Basic any",
    "x-trace": "7",
  };
  const all = Object.keys(headers);
  const isOfBody = (name: string) => name.startsWith("content-");

  it.each([
    ["stay where method and origin stay", 307, "/moved", all],
    ["lose those of the body with the body", 303, "/moved", all.filter((name) => !isOfBody(name))],
    ...["https://b.test/", "http://a.test/", "https://a.test:8443/"].map(
      (location): [string, number, string, string[]] => [
        "lose the credentials",
        307,
        location,
        all.filter((name) => isOfBody(name) || name === "x-trace"),
      ],
    ),
    ["lose both where both change", 303, "https://b.test/", ["x-trace"]],
  ])("%s: %i to %s", (_, status, location, names) => {
    const next = follow(status, { method: "POST", headers, body: "x" }, location);

    expect([...(next?.headers.keys() ?? [])].sort()).toEqual(names);
  });
});

it.each([
  [303, "POST"],
  [307, "POST"],
  [307, "GET"],
])("keeps the signal and the redirect mode after %i to %s", (status, method) => {
  const controller = new AbortController();
  const body = method === "POST" ? "x" : null;
  const next = follow(status, { method, body, signal: controller.signal, redirect: "manual" });
  controller.abort();

  expect([next?.signal.aborted, next?.redirect]).toEqual([true, "manual"]);
});
