import { describe, expect, it } from "vitest";
import { findRunByTitle } from "../../src/find/find-run.ts";
import type { Run } from "../../src/service/service.ts";
import { MemoryService, projectId, serviceOf } from "../support/memory-service.ts";

const titles = ["Nightly #1", "Nightly #2", "Smoke"];
const runs: Run[] = titles.map((title, index) => ({
  id: `${index}`,
  humanId: `DEMO-R-${index}`,
  title,
  status: "ACTIVE",
  caseCount: 0,
  createdAt: undefined,
}));

/** Creates a service with the given lists, and records what is searched for. */
function listing(list: (search: string | undefined) => Run[]) {
  const searches: (string | undefined)[] = [];
  const service = {
    ...serviceOf(new MemoryService()),
    async *listRuns(_: string, search?: string) {
      searches.push(search);
      yield* list(search);
    },
  };
  return { service, searches };
}

describe("findRunByTitle", () => {
  it("needs no second list when the search finds the run", async () => {
    const { service, searches } = listing(() => runs);
    expect(await findRunByTitle(service, projectId, "Nightly #2")).toMatchObject({ id: "1" });
    expect(searches).toEqual(["Nightly #2"]);
  });

  it("reads the whole list when the search may have been too narrow", async () => {
    const { service, searches } = listing((search) => (search ? [] : runs));
    expect(await findRunByTitle(service, projectId, "Nightly #2")).toMatchObject({ id: "1" });
    expect(searches).toEqual(["Nightly #2", undefined]);
  });

  it("reads the list once when the service ignores the search", async () => {
    const { service, searches } = listing(() => runs);
    expect(await findRunByTitle(service, projectId, "Nightly #3")).toBeUndefined();
    expect(searches).toEqual(["Nightly #3"]);
  });

  it("does not match a title that only starts the same", async () => {
    const { service } = listing(() => runs);
    expect(await findRunByTitle(service, projectId, "Nightly")).toBeUndefined();
  });
});
