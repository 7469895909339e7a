import type { TestsigmaClient } from "@testsigma-tms/client";
import { describe, expect, it } from "vitest";
import { findRunByTitle } from "../../src/find/find-run.ts";
import { clientOf, MemoryService, project_id } from "../support/memory-service.ts";

const titles = ["Nightly #1", "Nightly #2", "Smoke"];
const runs = titles.map((title, index) => ({ id: `${index}`, title, status: "ACTIVE" }));

/** Creates a client with the given lists, and records what is searched for. */
function listing(list: (search: unknown) => typeof runs) {
  const searches: unknown[] = [];
  const page_info = { page_size: 500, total_count: 0, next: null, prev: null };
  const client: TestsigmaClient = {
    ...clientOf(new MemoryService()),
    async listTestRuns(_, { query } = {}) {
      searches.push(query?.search);
      return { message: "", data: { test_runs: list(query?.search) }, page_info };
    },
  };
  return { client, searches };
}

describe("findRunByTitle", () => {
  it("needs no second list when the search finds the run", async () => {
    const { client, searches } = listing(() => runs);
    expect(await findRunByTitle(client, project_id, "Nightly #2")).toMatchObject({ id: "1" });
    expect(searches).toEqual(["Nightly #2"]);
  });

  it("reads the whole list when the search may have been too narrow", async () => {
    const { client, searches } = listing((search) => (search ? [] : runs));
    expect(await findRunByTitle(client, project_id, "Nightly #2")).toMatchObject({ id: "1" });
    expect(searches).toEqual(["Nightly #2", undefined]);
  });

  it("reads the list once when the service ignores the search", async () => {
    const { client, searches } = listing(() => runs);
    expect(await findRunByTitle(client, project_id, "Nightly #3")).toBeUndefined();
    expect(searches).toEqual(["Nightly #3"]);
  });

  it("does not match a title that only starts the same", async () => {
    const { client } = listing(() => runs);
    expect(await findRunByTitle(client, project_id, "Nightly")).toBeUndefined();
  });
});
