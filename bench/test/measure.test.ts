import { expect, it } from "vitest";
import { median, medianRatio } from "../src/measure/median.ts";
import { replace } from "../src/measure/replace.ts";
import { timeCommand } from "../src/pipeline/time-command.ts";

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

it.skipIf(process.platform === "win32")("counts the CPU time of all processes of a command", async () => {
  const busy = `const { spawnSync } = require("node:child_process");
    if (process.argv.length === 1) spawnSync(process.execPath, ["-e", process.env.BUSY, "child"]);
    else for (const end = process.cpuUsage(); process.cpuUsage(end).user < 300_000;);`;
  const options = { cwd: import.meta.dirname, env: { ...process.env, BUSY: busy } };

  const { cpuSeconds, wallSeconds } = await timeCommand(process.execPath, ["-e", busy], options);

  expect(cpuSeconds).toBeGreaterThan(0.3);
  expect(wallSeconds).toBeGreaterThan(0.3);
});

it("shows what a command printed that failed", async () => {
  const options = { cwd: import.meta.dirname, env: process.env };
  const failing = timeCommand(process.execPath, ["-e", "console.log('no luck'); process.exit(3)"], options);

  await expect(failing).rejects.toThrow(/exited with 3:\nno luck/);
});
