import { describe, expect, it } from "vitest";
import { closeRun, untestedCases } from "../../src/apply/close-run.ts";
import { UploadError } from "../../src/errors/upload-error.ts";
import { MemoryService, serviceOf } from "../support/memory-service.ts";
import { testClock } from "../support/test-plan.ts";

const key = { projectId: "p", runId: "r" };
const lost = new UploadError("connection lost", { outcome: "unknown" });
const rejected = new UploadError("not allowed", { outcome: "rejected" });

/** Creates a service whose closes and reads have the given results, in order; the last of each repeats. */
function scripted(closes: (Error | undefined)[], reads: (Error | string)[]) {
  const done: string[] = [];
  const next = <Item>(items: Item[]) => (items.length > 1 ? items.shift() : items[0]);
  const service = {
    ...serviceOf(new MemoryService()),
    async closeRun() {
      done.push("close");
      const failure = next(closes);
      if (failure) throw failure;
    },
    async getRun() {
      done.push("read");
      const status = next(reads);
      if (typeof status !== "string") throw status;
      return { id: "r", humanId: undefined, title: "t", status, caseCount: undefined };
    },
  };
  return { close: () => closeRun({ service, clock: testClock() }, key), done };
}

describe("closeRun", () => {
  it("closes once and reads the run", async () => {
    const { close, done } = scripted([undefined], ["CLOSED"]);
    await close();
    expect(done).toEqual(["close", "read"]);
  });

  it("closes again when the run was read and is still open", async () => {
    const { close, done } = scripted([lost, undefined], ["ACTIVE", "CLOSED"]);
    await close();
    expect(done).toEqual(["close", "read", "close", "read"]);
  });

  it("only reads again when it is unknown whether the run is open", async () => {
    const { close, done } = scripted([lost], [lost, "CLOSED"]);
    await close();
    expect(done).toEqual(["close", "read", "read"]);
  });

  it("takes a run that somebody else closed as closed", async () => {
    await scripted([rejected], ["CLOSED"]).close();
  });

  it.each([
    ["a close is rejected", [rejected], ["ACTIVE"], "rejected", "is still ACTIVE: not allowed"],
    [
      "closing has no effect",
      [undefined],
      ["ACTIVE"],
      "unknown",
      "is still ACTIVE: closing was accepted, but had no effect",
    ],
    ["the run cannot be read", [lost], [lost], "unknown", "may be open or closed: connection lost"],
  ] as const)("fails when %s", async (_, closes, reads, outcome, message) => {
    const { close } = scripted([...closes], [...reads]);
    await expect(close()).rejects.toMatchObject({ outcome, message: expect.stringContaining(message) });
  });
});

describe("untestedCases", () => {
  it.each([
    ["UnTested", true],
    ["In Progress", true],
    ["IN_PROGRESS", true],
    ["", true],
    ["Passed", false],
    ["Skipped", false],
    ["Broken", false],
  ])("takes %j as untested: %s", (statusName, isUntested) => {
    const runCase = { testCaseId: "c", humanId: undefined, title: "", statusId: undefined, statusName };
    expect(untestedCases([runCase])).toHaveLength(isUntested ? 1 : 0);
  });
});
