import { createClient } from "@testsigma-tms/client";
import { expect, it } from "vitest";
import { expectedOn, nodeAtHand, type ObservedFault } from "./src/fault.ts";
import { faultsIn } from "./src/faults/themes.ts";
import { startRig } from "./src/rig/rig.ts";
import { describeResult, findMismatch } from "./src/run/find-mismatch.ts";
import { runAll } from "./src/run/run-all.ts";

const runtime = nodeAtHand();
const faults = faultsIn(runtime);
/** The number of rigs that play at the same time: on each of them, some faults are played one after the other. */
const rigs = 4;

/** The result of each fault. All are played at once: most of them wait, and none computes. */
const observed: ObservedFault[] = [];
await Promise.all(
  Array.from({ length: rigs }, async (_, first) => {
    await using rig = await startRig();
    const share = faults.filter((_, index) => index % rigs === first);
    const results = await runAll(share, rig.addresses, createClient, 24);
    for (const [position, result] of results.entries()) observed[first + position * rigs] = result;
  }),
);

const titles = faults.map((fault) => {
  const { name, operation = "createTestRun" } = fault;
  return `${name}: ${operation}: ${describeResult(expectedOn(fault, runtime))}`;
});

it.each(faults.map((fault, index) => ({ title: titles[index], fault, index })))("$title", ({ fault, index }) => {
  const result = observed[index];
  expect(result ? findMismatch(fault, result, runtime) : "not played").toBeUndefined();
});

it("gives each fault a title of its own", () => {
  expect(new Set(titles).size).toBe(titles.length);
});
