import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { planReport } from "../../src/plan/plan-report.ts";
import { readSettings } from "../../src/settings/settings.ts";
import { caseId, MemoryService, serviceOf, user } from "../support/memory-service.ts";

const report = `<testsuite name="s">
  <testcase name="DEMO-1 a"/>
  <testcase name="DEMO-1 b" time="1.5"><failure message="expected 1"/><system-out>[[ATTACHMENT|a.png]]</system-out></testcase>
  <testcase name="by UUID"><properties><property name="testsigma_id" value="${caseId(1)}"/></properties></testcase>
  <testcase name="DEMO-2"><skipped/></testcase>
  <testcase name="DEMO-99 gone"/>
  <testcase name="other"/>
</testsuite>`;

async function plan(flags: Record<string, unknown> = {}, service = new MemoryService(), xml = report) {
  const cwd = await mkdtemp(join(tmpdir(), "testsigma-plan-"));
  await writeFile(join(cwd, "junit.xml"), xml);
  return planReport({
    service: serviceOf(service),
    settings: readSettings({ flags: { project: "DEMO", ...flags } }),
    reports: ["junit.xml"],
    stale: [],
    runTitle: { title: "Nightly #1", firstTitle: "Nightly #1", isOfBuild: true },
    build: undefined,
    cwd,
    hideKey: (text) => text,
  });
}

describe("planReport", () => {
  it("plans one result for each test case, the worst of its tests, however they name it", async () => {
    const { results } = await plan();
    expect(results).toMatchObject([
      { testCaseId: caseId(1), humanId: "DEMO-1", status: "failed" },
      { testCaseId: caseId(2), humanId: "DEMO-2", status: "skipped" },
    ]);
    expect(results[0]?.description).toBe(
      "failed in 1.5 s: 3 tests, the worst counts: DEMO-1 a, DEMO-1 b, by UUID\nexpected 1",
    );
  });

  it("takes the ids of the name if the project has none of those of the properties, which it lists", async () => {
    const withId = (id: string, name: string) =>
      `<testcase name="${name}"><properties><property name="testsigma_id" value="${id}"/></properties></testcase>`;
    const tests = [withId("DEMO-99", "DEMO-1"), withId("login", "DEMO-2 DEMO-3"), withId("DEMO-4, DEMO-98", "DEMO-5")];
    const { results, unknownCases } = await plan({}, new MemoryService(), `<testsuite>${tests.join("")}</testsuite>`);
    expect(results.map(({ humanId }) => humanId)).toEqual(["DEMO-1", "DEMO-2", "DEMO-3", "DEMO-4"]);
    expect(unknownCases.map(({ id }) => id)).toEqual(["DEMO-99", "login", "DEMO-98"]);
  });

  it("plans a run of exactly these test cases, or of all", async () => {
    expect((await plan()).run.cases).toEqual([caseId(1), caseId(2)]);
    expect((await plan({ cases: "all" })).run.cases).toBe("all");
  });

  it("plans the files of failed test cases, of all, or none", async () => {
    const files = async (attachments: string) =>
      (await plan({ attachments })).attachments.map(({ file }) => basename(file));
    expect(await files("on-failure")).toEqual(["a.png"]);
    expect(await files("all")).toEqual(["a.png"]);
    expect(await files("none")).toEqual([]);
  });

  it("names the user who executed the tests", async () => {
    expect(await plan({ user: "Jane.Doe@example.com" })).toMatchObject({ userId: user.id });
  });

  it("needs only the statuses that occur", async () => {
    await expect(plan({ statuses: ["blocked=Nothing like that"] })).resolves.toBeDefined();
    await expect(plan({ statuses: ["skipped=Nothing like that"] })).rejects.toThrow(
      "no status Nothing like that for skipped tests",
    );
  });
});
