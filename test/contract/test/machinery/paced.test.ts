import { expect, it, onTestFinished, vi } from "vitest";
import { paced } from "../../src/targets/paced.ts";

it("sends one request after the other, 150 ms apart, also after one that failed", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sent: string[] = [];
  const send = paced(async (url) => {
    sent.push(url);
    if (url === "one") throw new Error("rejected");
    return new Response();
  });
  const outcomes = Promise.allSettled([send("one", {}), send("two", {})]);

  await vi.advanceTimersByTimeAsync(150);
  expect(sent).toEqual(["one"]);
  await vi.advanceTimersByTimeAsync(149);
  expect(sent).toEqual(["one"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(["one", "two"]);
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
