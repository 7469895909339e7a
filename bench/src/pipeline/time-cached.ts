import type { Clone } from "./clone-repository.ts";

/** How long a command takes that finds everything in the cache, in milliseconds. */
export interface CachedTimes {
  /** As the README says, by `npx`, which looks for pnpm each time. */
  npx: number;
  /** By an installed pnpm. */
  pnpm: number;
}

const command = ["test", "--filter", "@testsigma-tms/codegen"];

/** Measures the tests of one small package in turns, after a first run that fills the cache. */
export async function timeCached(clone: Clone, rounds: number): Promise<CachedTimes[]> {
  await clone.run("pnpm", ...command);
  const times: CachedTimes[] = [];
  for (let round = 1; round <= rounds; round++) {
    const npx = await clone.run("npx", ...command);
    times.push({ npx, pnpm: await clone.run("pnpm", ...command) });
  }
  return times;
}
