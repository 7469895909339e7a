import { describe, expect, it, vi } from "vitest";
import { type CallOptions, paginate, type TestsigmaClient } from "../src/index.js";
import { clientOf, created, json, input as stubInput, url } from "./stub-service.js";

const input = { project_id: stubInput.project_id, test_run_id: "r", page_size: 2 };
const firstUrl = `${url}/r/test_cases?page_size=2`;

const page = (ids: string[], next: unknown, total_count = 3, prev?: string) =>
  json({ message: "", data: { test_cases: ids.map((id) => ({ id })) }, page_info: { next, prev, total_count } });

async function idsOf(list: TestsigmaClient["listTestRunCases"], options?: CallOptions) {
  const ids: unknown[] = [];
  for await (const { id } of paginate(list, input, options)) ids.push(id);
  return ids;
}

describe("paginate", () => {
  it("follows the URL of the next page, with the method's own path and input", async () => {
    const next = "https://elsewhere.example/any?page=2&tag=a&tag=b";
    const { client, requests } = clientOf([page(["1", "2"], next), page(["3"], "")]);
    await expect(idsOf(client.listTestRunCases)).resolves.toEqual(["1", "2", "3"]);
    expect(requests).toMatchObject([{ url: firstUrl }, { url: `${firstUrl}&page=2&tag=a&tag=b` }]);
  });

  it("accepts a relative URL, and passes the call's options on", async () => {
    const { client, requests } = clientOf([page(["1", "2"], "?page=2"), page(["3"], null)]);
    const statuses: number[] = [];
    await idsOf(client.listTestRunCases, {
      query: { name__NEQ: "x" },
      onResponse: ({ status }) => statuses.push(status),
    });
    expect(requests[1]?.url).toBe(`${firstUrl}&name__NEQ=x&page=2`);
    expect(statuses).toEqual([200, 200]);
  });

  it("does not request a page before it is needed", async () => {
    const { client, requests } = clientOf([page(["1", "2"], "?page=2"), page(["3"], null)]);
    for await (const _run of paginate(client.listTestRunCases, input)) break;
    expect(requests).toHaveLength(1);
  });

  const empty = (total: number) => [1, 2, 3, 4].map((number) => page([], `?page=${number + 1}`, total));
  it.each<[what: string, pages: Response[], ids: string[], options?: CallOptions]>([
    ["at an empty list", [page([], null, 0)], []],
    ["without the pages before the one that it begins at", [page(["3"], null)], ["3"], { query: { page: 2 } }],
    ["without the pages before the one that the service begins at", [page(["3"], "", 3, "?page=1")], ["3"]],
    ["without an item that is created meanwhile", [page(["1", "2"], "?page=2"), page(["3"], "", 4)], ["1", "2", "3"]],
    ["after an empty page only if no other follows", [...empty(1).slice(0, 2), page(["1"], "", 1)], ["1"]],
    ["when three following pages are empty", [page(["1"], "?page=1", 1), ...empty(1)], ["1"]],
  ])("ends %s", async (_what, pages, ids, options) => {
    await expect(idsOf(clientOf(pages).client.listTestRunCases, options)).resolves.toEqual(ids);
  });

  const cursor = "W3siZmllbGQiOiJ0ZXN0X3J1bnMudHNpZCJ9XQ==";
  const incomplete: [what: string, pages: Response[], message: string][] = [
    [
      "the next page is named by a cursor whose parameter is unknown",
      [page(["1"], cursor), json({}, 422), page(["1"], cursor), json({}, 400), page(["1"], cursor)],
      "page_info.next is a cursor for an unknown parameter, so the next page cannot be requested, after 1 items",
    ],
    [
      "there is no next page, and items are missing",
      [page(["1"], "", 3)],
      "page_info.total_count is 3, but page_info.next is empty, after 1 items",
    ],
    [
      "the following pages are empty, and items are missing",
      [page(["1"], "?page=1", 2), ...empty(2)],
      "page_info.total_count is 2, but the following pages are empty, after 1 items",
    ],
    [
      "the service ignores the parameter",
      [page(["1"], "?page=2"), page(["1"], "?page=3")],
      "the service returned the same page twice, after 1 items",
    ],
    [
      "the next page is itself",
      [page(["1"], "?page=2"), page(["2"], "?page=2")],
      "the service returned the same page_info.next twice, after 2 items",
    ],
    ["there is no list", [json({ message: "", data: {} })], "body lacks data.test_run_cases or data.test_cases"],
  ];
  it.each(incomplete)("throws, and never loops or ends early, when %s", async (_what, pages, message) => {
    await expect(idsOf(clientOf(pages).client.listTestRunCases)).rejects.toMatchObject({
      name: "ResponseError",
      status: 200,
      message: expect.stringMatching(new RegExp(`^listTestRunCases: ${message.replaceAll(".", "\\.")} \\(GET `)),
    });
  });

  it("accepts null as options, as a method does", async () => {
    const { client } = clientOf([page(["1"], null)]);
    expect(await paginate(client.listTestRunCases, input, null as never).next()).toMatchObject({ value: { id: "1" } });
  });

  it("finds the parameter of a cursor once, and follows it to the end", async () => {
    const responses = [page(["1"], "c1"), page(["1"], "c1"), page(["2"], "c2"), page(["3"], null)];
    const { client, requests } = clientOf([...responses, page(["1"], "c1"), page(["2"], null, 2)]);
    await expect(idsOf(client.listTestRunCases)).resolves.toEqual(["1", "2", "3"]);
    await expect(idsOf(client.listTestRunCases)).resolves.toEqual(["1", "2"]);
    const queries = requests.map(({ url }) => url.replace(firstUrl, ""));
    expect(queries).toEqual(["", "&cursor=c1", "&next=c1", "&next=c2", "", "&next=c1"]);
  });

  it("throws what a cursor fails with, unless the parameter is rejected", async () => {
    const { client } = clientOf([page(["1"], "c1"), json({ message: "no" }, 403)]);
    await expect(idsOf(client.listTestRunCases)).rejects.toMatchObject({ name: "AuthenticationError" });
  });

  const wrappers: [what: string, wrap: (client: TestsigmaClient) => TestsigmaClient["listTestRunCases"]][] = [
    ["destructured", ({ listTestRunCases }) => listTestRunCases],
    ["spied", (client) => vi.spyOn(client, "listTestRunCases")],
    ["bound", (client) => client.listTestRunCases.bind(null)],
    ["an arrow function", (client) => (input, options) => client.listTestRunCases(input, options)],
    [
      "a method of a proxy that logs",
      (client) => new Proxy(client, { get: (target, name) => Reflect.get(target, name) }).listTestRunCases,
    ],
    [
      "a proxy itself",
      (client) =>
        new Proxy(client.listTestRunCases, { apply: (target, self, args) => Reflect.apply(target, self, args) }),
    ],
  ];
  it.each(wrappers)("lists with a method that is %s", async (_what, wrap) => {
    const { client } = clientOf([page(["1", "2"], "?page=2"), page(["3"], null)]);
    await expect(idsOf(wrap(client))).resolves.toEqual(["1", "2", "3"]);
  });

  it("lists with a method of a second copy of the package", async () => {
    vi.resetModules();
    const copy = await import("../src/index.js");
    expect(copy.paginate).not.toBe(paginate);
    const { client } = clientOf([page(["1", "2", "3"], null)]);
    expect(await copy.paginate(vi.fn(client.listTestRunCases), input).next()).toMatchObject({ value: { id: "1" } });
    await expect(copy.paginate(vi.fn(client.createTestRun) as never, input as never).next()).rejects.toMatchObject({
      name: "InputError",
    });
  });

  it("lists with a stub, whose items are `data` or the list in it", async () => {
    const users = async () => ({ data: [{ email: "a@b" }], page_info: { next: null } });
    expect(await paginate(users).next()).toMatchObject({ value: { email: "a@b" } });
    const runs = async () => ({ data: { total: 1, runs: [{ id: "1" }] } });
    expect(await paginate(runs as never).next()).toMatchObject({ value: { id: "1" } });
    await expect(paginate((async () => ({ data: {} })) as never).next()).rejects.toThrow("body lacks a list in data");
  });

  it.each([
    ["a method that creates", (client: TestsigmaClient) => client.createTestRun],
    ["a spied one", (client: TestsigmaClient) => vi.spyOn(client, "createTestRun")],
    [
      "an arrow function around one",
      (client: TestsigmaClient) => (input: never, options?: CallOptions) => client.createTestRun(input, options),
    ],
    ["what is not a function", () => undefined as never],
  ])("rejects %s before anything is sent", async (_what, listOf) => {
    const { client, requests } = clientOf([json(created)]);
    await expect(paginate(listOf(client), stubInput as never).next()).rejects.toMatchObject({
      name: "InputError",
      outcome: "not-sent",
      message: "paginate: expected a method that lists, such as testsigma.listTestRuns",
    });
    expect(requests).toEqual([]);
  });
});
