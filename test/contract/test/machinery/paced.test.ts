import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { paced } from "../../src/targets/paced.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sends one request after the other, 150 ms apart", async () => {
  const sent: string[] = [];
  const send = paced(async (url) => {
    sent.push(url);
    return new Response();
  });
  void send("one", {});
  void send("two", {});

  await vi.advanceTimersByTimeAsync(150);
  expect(sent).toEqual(["one"]);
  await vi.advanceTimersByTimeAsync(149);
  expect(sent).toEqual(["one"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(["one", "two"]);
});

it("goes on after a request that failed", async () => {
  const send = paced(async (url) => {
    if (url === "one") throw new Error("rejected");
    return new Response();
  });
  const one = send("one", {}).catch((error: Error) => error.message);
  const two = send("two", {});

  await vi.advanceTimersByTimeAsync(300);
  expect(await one).toBe("rejected");
  expect((await two).status).toBe(200);
});
