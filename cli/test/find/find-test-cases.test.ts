import { describe, expect, it } from "vitest";
import { findTestCases } from "../../src/find/find-test-cases.ts";
import { caseId, clientOf, MemoryService, project_id, withCursor, withManyCases } from "../support/memory-service.ts";

const find = (service: MemoryService, ids: string[]) => findTestCases(clientOf(service), project_id, ids);

describe("findTestCases", () => {
  it("finds test cases by human id and by UUID", async () => {
    const found = await find(new MemoryService(), ["DEMO-2", caseId(3), "DEMO-77", "nonsense"]);
    expect(found.size).toBe(2);
    expect(found.get("DEMO-2")?.humanId).toBe("DEMO-2");
    expect(found.get(caseId(3))?.humanId).toBe("DEMO-3");
  });

  it("trusts a list that was read to its end, without a request for each id that it lacks", async () => {
    const service = withManyCases(new MemoryService(), 1_000);
    const unknown = Array.from({ length: 600 }, (_, index) => `DEMO-${2_000 + index}`);
    expect((await find(service, ["DEMO-999", ...unknown])).size).toBe(1);
    expect(new Set(service.operations)).toEqual(new Set(["listTestCases"]));
  });

  it("reads a single test case directly", async () => {
    const service = withManyCases(new MemoryService(), 1_000);
    await find(service, ["DEMO-900"]);
    expect(service.operations).toEqual(["getTestCase"]);
  });

  it("reads pages while that is cheaper than single test cases", async () => {
    const service = withManyCases(new MemoryService(), 5_000);
    await find(
      service,
      Array.from({ length: 300 }, (_, index) => `DEMO-${index + 1}`),
    );
    expect(service.operations).toEqual(["listTestCases"]);

    service.requests.length = 0;
    const found = await find(service, ["DEMO-4000", "DEMO-5000"]);
    expect(found.size).toBe(2);
    expect(service.requests.length).toBeLessThan(8);
  });

  it("finds the parameter for a bare cursor once, and then reads pages", async () => {
    const service = withCursor(new MemoryService({ cases: 300, pages: "cursor" }), "page_token");
    const adapted = clientOf(service);
    const ids = Array.from({ length: 300 }, (_, index) => `DEMO-${index + 1}`);
    expect((await findTestCases(adapted, project_id, ids)).size).toBe(300);
    // The requests are one page, two wrong guesses, and two pages.
    expect(service.operations).toEqual(Array(5).fill("listTestCases"));
    await findTestCases(adapted, project_id, ids);
    expect(service.requests).toHaveLength(8);
  });

  it("requests smaller pages when the service rejects large ones", async () => {
    const service = new MemoryService({ cases: 250 });
    service.known = (query) => {
      if (Number(query.get("page_size")) > 100) query.set("page_size", "many");
    };
    expect((await find(service, ["DEMO-1", "DEMO-150", "DEMO-250"])).size).toBe(3);
    expect(service.operations).toEqual(Array(4).fill("listTestCases"));
  });

  it("falls back to single test cases when the list cannot be read to its end", async () => {
    const service = withCursor(new MemoryService({ cases: 300, pages: "cursor" }));
    expect((await find(service, ["DEMO-1", "DEMO-250", "DEMO-299"])).size).toBe(3);
  });
});
