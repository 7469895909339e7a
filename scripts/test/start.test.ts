import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyRepository } from "./copy-repository.ts";
import { installOffline } from "./install-offline.ts";

/** What a command wrote, growing while it runs. */
interface Running {
  process: ChildProcess;
  output: string;
}

const copy = await copyRepository();
afterAll(() => copy[Symbol.asyncDispose]());
beforeAll(() => installOffline(copy.folder), 120_000);

/** Runs `pnpm start` without pnpm, so that signals and exit codes are its own. */
function start(...args: string[]): Running {
  const child = spawn(process.execPath, ["scripts/start.ts", ...args], { cwd: copy.folder });
  const running = { process: child, output: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      running.output += text;
    });
  }
  return running;
}

async function exitCode({ process }: Running): Promise<number | null> {
  if (process.exitCode === null && process.signalCode === null) await once(process, "exit");
  return process.exitCode;
}

/** Resolves when the text was written; rejects when the command ended without it. */
async function written(running: Running, text: string): Promise<void> {
  const exit = once(running.process, "exit");
  while (!running.output.includes(text)) {
    const event = await Promise.race([
      once(running.process.stdout ?? running.process, "data"),
      exit.then(() => "exit"),
    ]);
    if (event === "exit" && !running.output.includes(text)) throw new Error(`Ended early:\n${running.output}`);
  }
}

describe("pnpm start in a fresh clone", () => {
  const occupied = createServer();
  let running: Running;
  let mockUrl: string;
  let docsUrl: string;

  beforeAll(async () => {
    occupied.listen(0, "127.0.0.1");
    await once(occupied, "listening");
    const { port } = occupied.address() as AddressInfo;
    running = start("--mock-port", String(port), "--docs-port", "0");
    await written(running, "Press Ctrl-C to stop.");
    [, mockUrl = "", docsUrl = ""] = /Mock {3}(\S+)\n {2}Docs {3}(\S+)/.exec(running.output) ?? [];
  }, 120_000);

  afterAll(() => {
    running.process.kill("SIGKILL");
    occupied.close();
  });

  it("shows that it generates and builds", () => {
    expect(running.output).toContain("@testsigma-tms/client:generate");
    expect(running.output).toContain("@testsigma-tms/docs:build");
  });

  it("prints the run that the client created from the documented example", () => {
    expect(running.output).toContain(`
  human_id   DEMO-R-1
  id         7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
  title      Regression suite — patient portal
  status     ACTIVE
`);
  });

  it("serves the docs", async () => {
    expect(await (await fetch(docsUrl)).text()).toContain("<title>Testsigma Test Management API");
  });

  it("leaves a port in use alone and says which it took", () => {
    const { port } = occupied.address() as AddressInfo;
    expect(running.output).toContain(`Port ${port} is in use: the mock took ${new URL(mockUrl).port}.`);
  });

  it("prints a curl line that creates a run", async () => {
    const [line = ""] = /^curl .+$/m.exec(running.output) ?? [];
    const { stdout } = await promisify(execFile)("sh", ["-c", line]);
    expect(JSON.parse(stdout).data.test_run.human_id).toBe("DEMO-R-1");
  });

  it("ends with exit code 0 on Ctrl-C, and nothing listens any more", async () => {
    running.process.kill("SIGINT");
    expect(await exitCode(running)).toBe(0);
    expect(running.output).toContain("Stopped.");
    await expect(fetch(mockUrl)).rejects.toThrow();
    await expect(fetch(docsUrl)).rejects.toThrow();
  });
});

describe("pnpm start", () => {
  it("refuses an unknown option with the known ones", async () => {
    const running = start("--prot", "80");
    expect(await exitCode(running)).toBe(2);
    expect(running.output).toBe("Unknown option '--prot'.\nKnown options: --mock-port, --docs-port, --help.\n");
  });

  it("explains itself with --help", async () => {
    const running = start("--help");
    expect(await exitCode(running)).toBe(0);
    expect(running.output).toContain("Usage: pnpm start [options]");
  });

  it("ends with exit code 0 on Ctrl-C while it generates, without finishing that or starting anything", async () => {
    const generator = join(copy.folder, "packages/types/scripts/generate.ts");
    const original = await readFile(generator);
    await writeFile(generator, `console.log(process.pid, "takes long");\nsetTimeout(() => {}, 60_000);\n`);
    const running = start();
    await written(running, "takes long");
    const [, pid] = /(\d+) takes long/.exec(running.output) ?? [];
    running.process.kill("SIGINT");
    expect(await exitCode(running)).toBe(0);
    expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
    expect(running.output).not.toMatch(/(\d+) successful, \1 total/);
    expect(running.output).not.toContain("http://127.0.0.1");
    await writeFile(generator, original);
  });

  it("starts nothing when a package does not build, and says what to do", async () => {
    await appendFile(join(copy.folder, "packages/types/src/index.ts"), "no TypeScript");
    const running = start();
    expect(await exitCode(running)).toBe(1);
    expect(running.output).toContain("packages/types");
    expect(running.output).toContain(
      'Nothing was started, because "build" failed. The first error above says why: mend it, then run "pnpm start" again.',
    );
  }, 120_000);
});
