import { expect, it } from "vitest";
import { playModel } from "../src/model/play-model.ts";
import { startRig } from "../src/rig/rig.ts";
import { createPlayedClient } from "../src/run/create-played-client.ts";
import { soak } from "../src/soak/soak.ts";

const seed = 20261123;

it("accounts for every run of a small soak", async () => {
  const { results, problems } = await soak({ seed, creates: 400, parallel: 64 });
  expect(problems).toEqual([]);
  expect(Object.keys(results)).toEqual(expect.arrayContaining(["succeeded", "rejected", "unknown", "not-sent"]));
});

it("makes no more runs than calls, in random sequences of every kind of call", async () => {
  await using rig = await startRig();
  const options = { seed, sequences: 8, withinMs: 10_000, withNamedHosts: true };
  const { calls, problems } = await playModel(rig.addresses, createPlayedClient, options);
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(0);
});
