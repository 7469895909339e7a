import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { x } from "tinyexec";
import { expect, it } from "vitest";
import { repository } from "../src/repository.ts";

const manifest: { scripts: Record<string, string> } = JSON.parse(
  await readFile(join(repository, "package.json"), "utf8"),
);
const commands = Object.keys(manifest.scripts);

const run = (...args: string[]) =>
  x(process.execPath, ["scripts/run.js", ...args], { nodeOptions: { cwd: repository } });

it.each(commands)("pnpm %s --help explains the command and ends with 0", async (command) => {
  const { exitCode, stdout } = await run(command, "--help");
  expect(stdout).toMatch(new RegExp(`^Usage: pnpm ${command}\\b`, "m"));
  expect(exitCode).toBe(0);
});

it.each(commands)("pnpm %s ends with 2 for an unknown option, and names it", async (command) => {
  const { exitCode, stderr } = await run(command, "--nonsense");
  expect(stderr).toContain("--nonsense");
  expect(exitCode).toBe(2);
});

it("ignores the leading -- that pnpm passes on", async () => {
  const { stdout } = await run("start", "--", "--help");
  expect(stdout).toContain("Usage: pnpm start");
});

it.each(["", "abc", "-1", "1.5", "65536", "0x50"])("rejects the port %j and says what is allowed", async (port) => {
  const { exitCode, stderr } = await run("start", `--mock-port=${port}`);
  expect(stderr).toContain(`argument '${port}' is invalid. Allowed: a whole number from 0 (any free port) to 65535.`);
  expect(exitCode).toBe(2);
});

it("says which Node is needed, in a Node that is too old to read the commands", async () => {
  const preload = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.19.0" })`;
  const { exitCode, stderr } = await x(process.execPath, ["--import", preload, "scripts/run.js", "start"], {
    nodeOptions: { cwd: repository },
  });
  expect(stderr).toContain("The commands need Node 24 or later");
  expect(exitCode).toBe(1);
});
