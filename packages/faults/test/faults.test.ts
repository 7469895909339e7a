import { createClient } from "@testsigma-tms/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectedOn, isPlayedAlone, nodeAtHand } from "../src/fault.ts";
import { themes } from "../src/faults/themes.ts";
import { type Rig, startRig } from "../src/rig/rig.ts";
import { trustCertificate } from "../src/rig/trust-certificate.ts";
import { findMismatch } from "../src/run/find-mismatch.ts";
import { runAll } from "../src/run/run-all.ts";

const runtime = nodeAtHand(process.versions.node);
let rig: Rig;

beforeAll(async () => {
  rig = await startRig();
  trustCertificate(rig);
});
afterAll(() => rig.close());

describe.each(themes)("$title", ({ faults }) => {
  for (const fault of faults) {
    const { result, attempts, outcome = "no outcome", executed } = expectedOn(fault, runtime);
    const play = isPlayedAlone(fault) ? it : it.concurrent;
    const operation = fault.operation ? `${fault.operation}, ` : "";
    play(`${operation}${fault.name}: ${result}, ${attempts} attempts, ${outcome}, executed ${executed}`, async () => {
      const [observed] = await runAll([fault], rig.addresses, createClient, 1);
      expect(observed && findMismatch(fault, observed, runtime)).toBeUndefined();
    });
  }
});

it("gives every fault a name of its own", () => {
  const names = themes.flatMap(({ title, faults }) =>
    faults.map(({ operation, name }) => `${title}: ${operation}, ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
});
