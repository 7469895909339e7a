import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createClient, findProject, toDate, waitForImport, waitForRunCases } from "../src/index.js";
import { json, never, stubService } from "./stub-service.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const clientOf = (...responses: Response[]) => {
  const service = stubService(...responses);
  return { ...service, testsigma: createClient({ apiKey: "key", fetch: service.fetch }) };
};
async function settledAfter<Result>(call: Promise<Result>, ms: number) {
  const settled = call.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(ms);
  return settled;
}

describe("waitForImport", () => {
  const state = (status: string) => json({ message: "", data: { import: { id: "i", status } } });
  const importOf = { project_id, import_id: "i" };

  it("asks every two seconds until the import has ended", async () => {
    const { testsigma, requests } = clientOf(state("pending"), state("in_progress"), state("failed"));
    expect(await settledAfter(waitForImport(testsigma, importOf), 4000)).toMatchObject({ status: "failed" });
    expect(requests).toHaveLength(3);
  });

  it("throws when it takes too long, and no earlier", async () => {
    const { testsigma, requests } = clientOf(state("pending"));
    const error = await settledAfter(waitForImport(testsigma, importOf, { timeout: 5000 }), 4000);
    expect(error).toMatchObject({
      name: "TimeoutError",
      attempts: 3,
      message:
        "getJunitImport: the import ended not in 5000 ms (GET /projects/{project_id}/junit-imports/{import_id}/status)",
    });
    expect(requests).toHaveLength(3);
  });

  it("ends in time when the service is silent", async () => {
    const { fetch } = stubService(never);
    const call = waitForImport(createClient({ apiKey: "key", fetch }), importOf, { timeout: 300 });
    expect(await settledAfter(call, 300)).toMatchObject({ name: "TimeoutError", outcome: "unknown" });
  });

  it.each([{ timeout: "5m" }, { timeout: Number.NaN }, { interval: Number.NaN }, { interval: 1e12 }, { tiemout: 5 }])(
    "rejects the options %j, and asks nothing",
    async (options) => {
      const { testsigma, requests } = clientOf(state("pending"));
      const error = await settledAfter(waitForImport(testsigma, importOf, options as object), 0);
      expect(error).toMatchObject({
        name: "InputError",
        message: expect.stringContaining(Object.keys(options)[0] ?? ""),
      });
      expect(requests).toEqual([]);
    },
  );

  it("has no limit with a timeout of 0", async () => {
    const { testsigma } = clientOf(state("pending"), state("passed"));
    const call = waitForImport(testsigma, importOf, { timeout: 0, interval: 400_000 });
    expect(await settledAfter(call, 400_000)).toMatchObject({ status: "passed" });
  });

  it("ends at once when its signal is aborted", async () => {
    const controller = new AbortController();
    const call = waitForImport(clientOf(state("pending")).testsigma, importOf, { signal: controller.signal });
    setTimeout(() => controller.abort("enough"), 10);
    expect(await settledAfter(call, 10)).toBe("enough");
  });
});

describe("waitForRunCases", () => {
  const cases = (...ids: string[]) => {
    const test_run_cases = ids.map((id) => ({ id, status: "UnTested" }));
    const page_info = { page_size: 25, total_count: ids.length, next: null, prev: null };
    return json({ message: "", data: { test_run_cases }, page_info });
  };

  it("asks until the test cases are there", async () => {
    const { testsigma } = clientOf(cases(), cases("1"), cases("1", "2"));
    const call = waitForRunCases(testsigma, { project_id, test_run_id: "r" }, { atLeast: 2 });
    expect(await settledAfter(call, 4000)).toMatchObject([{ id: "1" }, { id: "2" }]);
  });
});

describe("findProject", () => {
  const projects = [
    { id: "1", name: "Shop", human_id_prefix: "SHP" },
    { id: "2", name: "shop", human_id_prefix: "OLD" },
    { id: "3", name: "Bank", human_id_prefix: "BNK" },
  ];
  const page_info = { page_size: 100, total_count: 3, next: null, prev: null };
  const find = (wanted: string) =>
    settledAfter(
      findProject(clientOf(json({ message: "", data: { projects }, page_info })).testsigma, wanted),
      0,
    ) as Promise<{ id?: string; message?: string }>;

  it.each([
    ["3", "3"],
    ["OLD", "2"],
    ["Shop", "1"],
    ["shop", "2"],
    [" bank ", "3"],
  ])("finds %s by id, prefix or name", async (wanted, id) => {
    expect(await find(wanted)).toMatchObject({ id });
  });

  it("rejects what cannot name a project, such as a variable that is not set", async () => {
    expect(await find(undefined as never)).toEqual(
      new TypeError("findProject: expected an id, a prefix or a name, got undefined"),
    );
    expect((await find(" ")).message).toContain('got " "');
  });

  it("names those that exist if there is none, and those that match if there are several", async () => {
    expect((await find("None")).message).toBe(
      "findProject: no project None; there is: Shop (SHP), shop (OLD), Bank (BNK)",
    );
    expect((await find("SHOP")).message).toBe(
      "findProject: project SHOP is ambiguous; there is: Shop (SHP), shop (OLD)",
    );
  });
});

it("toDate takes seconds and milliseconds", () => {
  for (const timestamp of [1_710_675_200, 1_710_675_200_000]) {
    expect(toDate(timestamp).toISOString()).toBe("2024-03-17T11:33:20.000Z");
  }
  expect(toDate(99_999_999_999).getUTCFullYear()).toBe(5138);
  expect(toDate(100_000_000_000).getUTCFullYear()).toBe(1973);
});
