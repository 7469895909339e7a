import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Interruption } from "../../src/command/command-io.ts";
import { MemoryService } from "../support/memory-service.ts";
import { ended, main, printed, runScript, startTestsigma } from "../support/process.ts";
import { emptyFolder, junitXml, runTestsigma, testClock } from "../support/run-testsigma.ts";

const node = process.execPath;
const report = ["report", "junit.xml"];

let baseUrl: string;
beforeEach(async () => {
  baseUrl = await new MemoryService().serve();
});

describe("the test command", () => {
  it("gets its arguments unchanged, without a shell", async () => {
    const cwd = await emptyFolder();
    const words = ["two words", 'a "quoted" one', "a & b", "%PATH%", "$HOME", "*", "", "back\\slash\\", "-t"];
    const program = `
      fs.writeFileSync("words.json", JSON.stringify(process.argv.slice(1)));
      fs.writeFileSync("junit.xml", ${JSON.stringify(junitXml("DEMO-1"))});`;
    const args = [...report, "--", node, "-e", program, "--", ...words];
    expect(await runTestsigma(args, { cwd, service: new MemoryService() })).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(await readFile(join(cwd, "words.json"), "utf8"))).toEqual(words);
  });

  it("never sees the API key", async () => {
    const cwd = await emptyFolder();
    const program = `
      fs.writeFileSync("variables.json", JSON.stringify(Object.keys(process.env)));
      fs.writeFileSync("junit.xml", ${JSON.stringify(junitXml("DEMO-1"))});`;
    const environment = { TESTSIGMA_API_KEY: "key-of-the-test", TESTSIGMA_API_TOKEN: "token-of-the-test" };
    const given = { cwd, service: new MemoryService(), environment };
    expect(await runTestsigma([...report, "--", node, "-e", program], given)).toMatchObject({ exitCode: 0 });
    const variables = JSON.parse(await readFile(join(cwd, "variables.json"), "utf8"));
    expect(variables).toContain("PATH");
    expect(variables.filter((name: string) => /^TESTSIGMA_API/.test(name))).toEqual([]);
  });

  it("is a usage error if it does not exist", async () => {
    const cwd = await emptyFolder();
    const { exitCode, error } = await runTestsigma([...report, "--", "no-such-command"], { cwd });
    expect(exitCode).toBe(2);
    expect(error).toMatch(/^the test command cannot be started: no-such-command: command or interpreter not found/m);
    expect(await runTestsigma([...report, "--", ""], { cwd })).toMatchObject({ exitCode: 2 });
  });

  it.skipIf(process.platform === "win32")("is stopped when the npx that started it is killed", async () => {
    const cwd = await emptyFolder();
    const script = `"${node}" "${main}" report junit.xml -- "${node}" -e 'console.error("runs"); setInterval(() => {}, 1e9)'; true`;
    const environment = { TESTSIGMA_API_KEY: "key", TESTSIGMA_BASE_URL: baseUrl, npm_execpath: "npx-cli.js" };
    const npx = spawn("bash", ["-c", script], { cwd, env: { PATH: process.env.PATH, ...environment } });
    await printed(npx, "runs");
    npx.kill("SIGKILL");
    // The test command would keep the pipe open.
    expect((await ended(npx)).error).toContain("finishing the current request");
  });

  it.skipIf(process.platform === "win32").each([
    ["SIGINT", 130],
    ["SIGHUP", 129],
  ] as const)("is stopped by %s with its children", async (signal, exitCode) => {
    const cwd = await emptyFolder();
    // The child keeps the pipe open as long as it lives, so the output ends when the child does.
    await writeFile(join(cwd, "child.cjs"), 'console.error("child runs"); setInterval(() => {}, 1e9)');
    await writeFile(
      join(cwd, "parent.cjs"),
      'require("child_process").spawn(process.execPath, ["child.cjs"], { stdio: "inherit" })',
    );
    const command = startTestsigma([...report, "--", node, "parent.cjs"], cwd, baseUrl);
    const [first] = await once(command.stderr ?? expect.fail("no stream"), "data");
    expect(String(first)).toBe("child runs\n");
    command.kill(signal);
    expect(await ended(command)).toMatchObject({ exitCode });
  });
});

it.skipIf(process.platform === "win32")("ends unexpectedly with code 4, never with Node's 1", async () => {
  const cwd = await emptyFolder();
  const { exitCode, error } = await runScript([`rmdir "${cwd}"`, `"${node}" "${main}" doctor`], {
    cwd,
    env: { PATH: process.env.PATH },
  });
  expect({ exitCode, error }).toEqual({ exitCode: 4, error: expect.stringContaining("uv_cwd") });
});

it.skipIf(process.platform === "win32")("kills a test command that does not stop for 10 seconds", async () => {
  const cwd = await emptyFolder();
  const program = `
    process.on("SIGTERM", () => fs.writeFileSync("asked", ""));
    fs.writeFileSync("ready", "");
    setInterval(() => {}, 1e9);`;
  const controller = new AbortController();
  const pauses: number[] = [];
  const sleep = async (ms: number) => {
    pauses.push(ms);
    await vi.waitUntil(() => existsSync(join(cwd, "asked")));
  };
  const given = { cwd, clock: { ...testClock(), sleep }, signal: controller.signal };
  const command = runTestsigma([...report, "--", node, "-e", program], given);
  await vi.waitUntil(() => existsSync(join(cwd, "ready")), { timeout: 60_000 });
  controller.abort(new Interruption("SIGTERM"));
  expect(await command).toMatchObject({ exitCode: 143 });
  expect(pauses).toEqual([10_000]);
});

it("keeps the exit code when its output is closed", async () => {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "junit.xml"), junitXml("DEMO-1: failed"));
  const command = startTestsigma([...report, "--json"], cwd, baseUrl);
  command.stdout?.destroy();
  command.stderr?.destroy();
  const [exitCode] = await once(command, "exit");
  expect(exitCode).toBe(1);
});
