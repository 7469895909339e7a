import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  findProject,
  InputError,
  LookupError,
  pace,
  toDate,
  WaitError,
  waitForImport,
  waitForRunCases,
} from "../src/index.js";
import { clientOf, json, never } from "./stub-service.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
async function settledAfter<Result>(call: Promise<Result>, ms: number) {
  const settled = call.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(ms);
  return settled;
}

describe("waitForImport", () => {
  const state = (status: string) => json({ message: "", data: { import: { id: "i", status } } });
  const importOf = { project_id, import_id: "i" };

  /** Waits for an import whose status becomes these; resolves after this time. */
  async function waited(statuses: string[], ms: number, options: object = {}) {
    const { client, requests } = clientOf(statuses.map(state));
    return { settled: await settledAfter(waitForImport(client, importOf, options), ms), requests };
  }

  it.each([
    ["asks every two seconds until the import has ended", ["pending", "in_progress", "failed"], 4000],
    ["ends only at completed or failed, in any case of letters", ["PENDING", "Queued", "", "COMPLETED"], 6000],
    ["has no limit with a timeout of 0", ["pending", "completed"], 400_000, { timeout: 0, interval: 400_000 }],
  ])("%s", async (_what, statuses, ms, options?: object) => {
    const { settled, requests } = await waited(statuses, ms, options);
    expect(settled).toMatchObject({ status: statuses.at(-1) });
    expect(requests).toHaveLength(statuses.length);
  });

  it("uses its whole time, sends a last request, and throws with the last result", async () => {
    const { settled, requests } = await waited(["pending"], 5000, { timeout: 5000 });
    expect(settled).toBeInstanceOf(WaitError);
    expect(settled).toMatchObject({
      outcome: "no-effect",
      attempts: 4,
      lastResult: { id: "i", status: "pending" },
      message:
        "getJunitImport: the import did not finish within 5 s (GET /projects/{project_id}/junit-imports/{import_id}/status)",
    });
    expect(requests).toHaveLength(4);
  });

  it("ends in time when the service is silent", async () => {
    const call = waitForImport(clientOf([never]).client, importOf, { timeout: 300 });
    const cause = { name: "TimeoutError", outcome: "no-effect" };
    expect(await settledAfter(call, 300)).toMatchObject({ name: "WaitError", lastResult: undefined, cause });
  });

  it.each([{ timeout: "5m" }, { timeout: Number.NaN }, { interval: Number.NaN }, { interval: 1e12 }, { tiemout: 5 }])(
    "rejects the options %j, and asks nothing",
    async (options) => {
      const message = expect.stringContaining(Object.keys(options)[0] ?? "");
      expect(await waited(["pending"], 0, options)).toMatchObject({
        settled: { name: "InputError", message },
        requests: [],
      });
    },
  );

  it("ends at once when its signal is aborted", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 10);
    expect(await waited(["pending"], 10, { signal: controller.signal })).toHaveProperty("settled", "enough");
  });
});

describe("waitForRunCases", () => {
  const cases = (...ids: string[]) => {
    const test_run_cases = ids.map((id) => ({ id, status: "UnTested" }));
    const page_info = { page_size: 25, total_count: ids.length, next: null, prev: null };
    return json({ message: "", data: { test_run_cases }, page_info });
  };

  /** Waits for the test cases of a run, which responds with these; resolves after this time. */
  const waited = (responses: Response[], ms: number, options: { atLeast: number; timeout?: number }) =>
    settledAfter(waitForRunCases(clientOf(responses).client, { project_id, test_run_id: "r" }, options), ms);

  it("asks until the test cases are there", async () => {
    const responses = [cases(), cases("1"), cases("1", "2")];
    expect(await waited(responses, 4000, { atLeast: 2 })).toMatchObject([{ id: "1" }, { id: "2" }]);
  });

  it("keeps the test cases that exist on its error", async () => {
    expect(await waited([cases("1")], 1000, { atLeast: 2, timeout: 1000 })).toMatchObject({
      name: "WaitError",
      lastResult: [{ id: "1" }],
      message: expect.stringContaining("listTestRunCases: 2 test cases did not appear within 1 s"),
    });
  });

  it("rejects a number of test cases that could never be reached", async () => {
    expect(await waited([], 0, { atLeast: Number.NaN })).toMatchObject({
      name: "InputError",
      message: expect.stringContaining("option atLeast: expected a whole number from 0, got NaN"),
    });
  });
});

describe("findProject", () => {
  const projects = [
    { id: "1", name: "Shop", human_id_prefix: "SHP" },
    { id: "2", name: "shop", human_id_prefix: "OLD" },
    { id: "3", name: "Bank", human_id_prefix: "BNK" },
  ];
  const alike = [
    { id: "1", name: null, human_id_prefix: "A" },
    { id: "2", name: "a", human_id_prefix: "A" },
  ];
  const page_info = { page_size: 100, total_count: 0, next: null, prev: null };
  const find = (reference: string, known: object[] = projects) => {
    const { client } = clientOf([json({ message: "", data: { projects: known }, page_info })]);
    return settledAfter(findProject(client, reference), 0) as Promise<{ id?: string; message: string }>;
  };

  it.each([
    ["3", "3"],
    ["OLD", "2"],
    ["Shop", "1"],
    ["shop", "2"],
    [" bank ", "3"],
    ["bank", "3", [{ id: "1", name: null, human_id_prefix: "A" }, ...projects]],
  ])("finds %s by id, prefix or name, next to projects without a name", async (reference, id, known = projects) => {
    expect(await find(reference, known)).toMatchObject({ id });
  });

  it("rejects a value that cannot name a project, such as a variable that is not set", async () => {
    const expected = "findProject: expected an id, a prefix or a name, got";
    expect(await find(undefined as never)).toBeInstanceOf(InputError);
    expect((await find(undefined as never)).message).toContain(`${expected} undefined`);
    expect((await find(" ")).message).toContain(`${expected} " "`);
  });

  it.each([
    ["None", projects, "no project None; known projects: Shop (SHP), shop (OLD), Bank (BNK)", projects],
    ["SHOP", projects, "project SHOP is ambiguous; matches: Shop (SHP), shop (OLD)", projects.slice(0, 2)],
    ["None", [], "no project None; no projects are visible to this key", []],
    ["A", alike, "project A is ambiguous; matches: null (A), a (A)", alike],
  ])("names the projects when %s is not one of %j", async (reference, known, message, candidates) => {
    const error = await find(reference, known);
    expect(error).toBeInstanceOf(LookupError);
    expect(error).toMatchObject({
      outcome: "no-effect",
      message: `listProjects: ${message} (GET /projects)`,
      candidates,
    });
  });
});

describe("pace", () => {
  /** Returns the times at which so many calls leave, with the clock running as fast as it can. */
  async function timesOf(calls: number, beforeAttempt: ReturnType<typeof pace>) {
    const times: number[] = [];
    const fetch = async () => {
      times.push(performance.now());
      return json({ message: "", data: { projects: [] } });
    };
    const { client } = clientOf([], { fetch, beforeAttempt });
    const settled = Promise.all(Array.from({ length: calls }, () => client.listProjects()));
    await vi.runAllTimersAsync();
    await settled;
    return times;
  }

  it("never sends more requests per second than it allows", async () => {
    const times = await timesOf(50, pace({ perSecond: 8 }));
    expect(times).toHaveLength(50);
    for (const [index, time] of times.entries())
      expect(time - (times[index - 8] ?? -Infinity)).toBeGreaterThanOrEqual(1000);
    expect((times[49] ?? 0) - (times[0] ?? 0)).toBe(6000);
  });

  it("stops waiting when the call is aborted", async () => {
    const wait = pace({ perSecond: 1 });
    await wait();
    const controller = new AbortController();
    const call = settledAfter(wait({ signal: controller.signal }), 10);
    controller.abort("enough");
    expect(await call).toBe("enough");
  });

  it.each([
    [{ perSecond: 0.5 }, "got 0.5"],
    [{}, "got undefined"],
    [undefined, "got undefined"],
  ])("rejects %j", (options, message) => {
    expect(() => pace(options as never)).toThrow(
      new TypeError(`pace: option perSecond: expected a whole number from 1, ${message}`),
    );
  });
});

it("toDate accepts seconds and milliseconds", () => {
  for (const timestamp of [1_710_675_200, 1_710_675_200_000]) {
    expect(toDate(timestamp).toISOString()).toBe("2024-03-17T11:33:20.000Z");
  }
  expect(toDate(99_999_999_999).getUTCFullYear()).toBe(5138);
  expect(toDate(100_000_000_000).getUTCFullYear()).toBe(1973);
});
