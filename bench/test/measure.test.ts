import { expect, it } from "vitest";
import { median } from "../src/measure/median.ts";
import { medianRatio } from "../src/measure/median-ratio.ts";
import { replace } from "../src/measure/replace.ts";
import { startCommand } from "../src/pipeline/start-command.ts";

it("takes ratios within a round, so that a slow round changes none", () => {
  const [own, other] = [
    [1, 10, 2],
    [2, 20, 4],
  ];

  expect(medianRatio(other, own)).toBe(2);
  expect(median(other)).toBe(4);
});

it("replaces text, or says what is missing", () => {
  expect(replace("a page", "page", "book")).toBe("a book");
  expect(() => replace("a page", "url", "book")).toThrow("There is no url to replace with book.");
});

it("shows what a command printed when it ends too early", async () => {
  const command = startCommand(["--version"], { cwd: import.meta.dirname, env: process.env });

  await command.printed(".");
  await expect(command.printed("ready")).rejects.toThrow(/ended before it printed "ready":\n\d+\.\d+\.\d+/);
});
