import { createClient } from "@testsigma-tms/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectedOn, isPlayedAlone, nodeAtHand } from "../src/fault.ts";
import { themes } from "../src/faults/themes.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";
import { findMismatch } from "../src/run/find-mismatch.ts";
import { runFault } from "../src/run/run-fault.ts";

const runtime = nodeAtHand(process.versions.node);
let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

describe.each(themes)("$title", ({ faults }) => {
  for (const fault of faults) {
    const { result, attempts, outcome = "no outcome", executed } = expectedOn(fault, runtime);
    const play = isPlayedAlone(fault) ? it : it.concurrent;
    const operation = fault.operation ? `${fault.operation}, ` : "";
    play(`${operation}${fault.name}: ${result}, ${attempts} attempts, ${outcome}, executed ${executed}`, async () => {
      const observed = await runFault(fault, rig.addresses, createClient);
      expect(findMismatch(fault, observed, runtime)).toBeUndefined();
    });
  }
});

it("gives every fault a name of its own", () => {
  const names = themes.flatMap(({ title, faults }) =>
    faults.map(({ operation, name }) => `${title}: ${operation}, ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
});
