import { describe, expect, it } from "vitest";
import { closeRun, isUntested } from "../../src/apply/close-run.ts";
import { UploadError } from "../../src/errors.ts";
import { clientOf, MemoryService } from "../support/memory-service.ts";
import { testClock } from "../support/run-testsigma.ts";

const key = { project_id: "p", test_run_id: "r" };
const lost = new UploadError("connection lost", { outcome: "unknown" });
const rejected = new UploadError("not allowed", { outcome: "rejected" });

/** Creates a client whose closes and reads have the given results, in order; the last of each repeats. */
function scripted(closes: (Error | string)[], reads: (Error | string)[]) {
  const done: string[] = [];
  const answer = async (name: string, results: (Error | string)[]) => {
    done.push(name);
    const status = results.length > 1 ? results.shift() : results[0];
    if (typeof status !== "string") throw status;
    return { message: "", data: { test_run: { id: "r", title: "t", status } } };
  };
  const client = {
    ...clientOf(new MemoryService()),
    updateTestRun: () => answer("close", closes),
    getTestRun: () => answer("read", reads),
  };
  return { close: () => closeRun({ client, clock: testClock() }, key), done };
}

describe("closeRun", () => {
  it.each([
    ["believes a response that says CLOSED", ["CLOSED"], [], ["close"]],
    ["reads the run when the response does not say so", ["ACTIVE"], ["CLOSED"], ["close", "read"]],
    ["closes again when the run is still open", [lost, "CLOSED"], ["ACTIVE"], ["close", "read", "close"]],
    ["only reads again while it is unknown", [lost], [lost, "CLOSED"], ["close", "read", "read"]],
    ["takes a run that somebody else closed as closed", [rejected], ["CLOSED"], ["close", "read"]],
  ])("%s", async (_, closes, reads, expected) => {
    const { close, done } = scripted(closes, reads);
    await close();
    expect(done).toEqual(expected);
  });

  it.each([
    ["a close is rejected", [rejected], ["ACTIVE"], "rejected", "is still ACTIVE: not allowed"],
    [
      "closing has no effect",
      ["ACTIVE"],
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

describe("isUntested", () => {
  it("takes statuses of an organization as tested", () => {
    const names = ["UnTested", "In Progress", "IN_PROGRESS", "", "Passed", "Skipped", "Broken"];
    const untested = names.filter((statusName) => isUntested({ statusName }));
    expect(untested).toEqual(["UnTested", "In Progress", "IN_PROGRESS", ""]);
  });
});
