import { it } from "vitest";
import { playModelOnRig } from "../src/model/play-model-on-rig.ts";
import type { CreateClient } from "../src/played-client.ts";
import { createPlayedClient } from "../src/run/create-played-client.ts";

const options = { seed: 20261123, sequences: 8, withinMs: 10_000 };

it.concurrent("makes no more runs than calls, and tells the truth about each", async ({ expect }) => {
  const { calls, problems } = await playModelOnRig({ ...options, createClient: createPlayedClient });
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(0);
});

it.concurrent("notices a fetch that sends again by itself", async ({ expect }) => {
  const createRepeating: CreateClient = ({ fetch = globalThis.fetch, ...rest }) => {
    const sendTwice: typeof fetch = (url, init) =>
      fetch(url, init).catch((error: Error) => (init.signal?.aborted ? Promise.reject(error) : fetch(url, init)));
    return createPlayedClient({ ...rest, fetch: sendTwice });
  };
  const { problems } = await playModelOnRig({ ...options, createClient: createRepeating });
  expect(problems.join()).toMatch(/: executed( 2 times|, but reported as)/);
});
