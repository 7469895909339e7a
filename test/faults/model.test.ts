import { createClient } from "@testsigma-tms/client";
import { expect, it } from "vitest";
import { playModel } from "./src/model/play-model.ts";
import { startRig } from "./src/rig/rig.ts";

it("makes no more runs than calls, in random sequences of every kind of call", async () => {
  await using rig = await startRig();
  const options = { seed: 20261123, sequences: 8, withinMs: 16_000 };
  const { calls, problems } = await playModel(rig.addresses, createClient, options);
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(0);
});
