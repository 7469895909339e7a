import { describe, expect, it } from "vitest";
import { createPace } from "../../src/service/pace.ts";
import { testClock } from "../support/test-plan.ts";

describe("createPace", () => {
  it("sends no more than 8 requests in any second", async () => {
    const clock = testClock();
    const times: number[] = [];
    const pace = createPace(clock);
    for (let request = 0; request < 40; request++) {
      await pace();
      times.push(clock.now());
    }
    for (const time of times) {
      expect(times.filter((other) => other >= time && other < time + 1000).length).toBeLessThanOrEqual(8);
    }
    expect(times.filter((time) => time === 0)).toHaveLength(8);
    expect(times.at(-1)).toBe(4_000);
  });

  it("does not wait after a pause", async () => {
    const clock = testClock();
    const pace = createPace(clock);
    await pace();
    await clock.sleep(60_000);
    await pace();
    expect(clock.now()).toBe(60_000);
  });
});
