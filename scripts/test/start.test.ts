import { type ChildProcess, exec, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyRepository } from "../src/copy-repository.ts";
import { repository } from "../src/repository.ts";

const hasCurl = spawnSync("curl", ["--version"]).status === 0;
if (!hasCurl) console.warn("SKIPPED: the curl lines of pnpm start. There is no curl on the PATH.");

/** A command and its output, which grows while it runs. */
interface Running {
  process: ChildProcess;
  output: string;
}

const copy = await copyRepository();
// Uses the repository's builds instead of building again.
Object.assign(process.env, { TURBO_CACHE: "local:r", TURBO_CACHE_DIR: join(repository, ".turbo/cache") });
afterAll(() => copy[Symbol.asyncDispose]());
beforeAll(() => copy.install(), 300_000);

/** Runs `pnpm start` without pnpm, so that signals and exit codes are its own. */
function start(...args: string[]): Running {
  return watchOutput(spawn(process.execPath, ["scripts/run.js", "start", ...args], { cwd: copy.folder }));
}

function watchOutput(child: ChildProcess): Running {
  const running = { process: child, output: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      running.output += text;
    });
  }
  return running;
}

async function exitCode({ process }: Running): Promise<number | null> {
  if (process.exitCode === null && process.signalCode === null) await once(process, "exit");
  return process.exitCode;
}

/** Resolves to the addresses when all servers run; rejects if the command ends before. */
async function addresses(running: Running): Promise<{ mockUrl: string; prismUrl: string; docsUrl: string }> {
  const isRunning = () => running.output.includes("Press Ctrl-C to stop.");
  await vi.waitUntil(() => isRunning() || running.process.exitCode !== null, { timeout: 300_000 });
  if (!isRunning()) throw new Error(`Ended early:\n${running.output}`);
  const [, mockUrl = "", prismUrl = "", docsUrl = ""] =
    /Mock {3}(\S+)\n {2}Prism {2}(\S+)\n {2}Docs {3}([^\s/?]+\/\/[^\s/?]+)/.exec(running.output) ?? [];
  return { mockUrl, prismUrl, docsUrl };
}

describe("pnpm start in a copy of the repository", () => {
  const occupied = createServer();
  let running: Running;
  let mockUrl: string;
  let prismUrl: string;
  let docsUrl: string;

  beforeAll(async () => {
    occupied.listen(0, "127.0.0.1");
    await once(occupied, "listening");
    const { port } = occupied.address() as AddressInfo;
    running = start("--mock-port", String(port), "--prism-port", "0", "--docs-port", "0");
    ({ mockUrl, prismUrl, docsUrl } = await addresses(running));
  }, 300_000);

  afterAll(() => {
    running.process.kill("SIGKILL");
    occupied.close();
  });

  it("serves the docs, and shows nothing of Turborepo's output", async () => {
    expect(await (await fetch(docsUrl)).text()).toContain("<title>Testsigma Test Management API");
    const [before = ""] = running.output.split("  Mock ");
    expect(before.split("\n").filter((line) => line && !/^( {2}build \w+|Building|Port )/.test(line))).toEqual([]);
  });

  it("prints the run of today that the client created, and how many openapi-fetch lists", () => {
    const title = `Nightly regression ${new Date().toISOString().slice(0, 10)}`;
    const lines = `\n {2}human_id   DEMO-R-\\d+\n {2}id         \\S+\n {2}title      ${title}\n {2}status     ACTIVE\n`;
    expect(running.output).toMatch(new RegExp(lines));
    expect(running.output).toMatch(/openapi-fetch lists [1-9]\d*:/);
  });

  it("uses the next port if one is in use and says so, but not for port 0", () => {
    const { port } = occupied.address() as AddressInfo;
    expect(running.output).not.toContain("the docs took");
    expect(running.output).toContain(`Port ${port} is in use: the mock took ${new URL(mockUrl).port}.`);
  });

  it.skipIf(!hasCurl)("prints a curl line that creates a run, one that lists it, and the first for Prism", async () => {
    const [create = "", list = "", onPrism = ""] = running.output.match(/^curl .+$/gm) ?? [];
    const created = JSON.parse((await promisify(exec)(create, { shell: "bash" })).stdout);
    const listed = JSON.parse((await promisify(exec)(list, { shell: "bash" })).stdout);
    const example = JSON.parse((await promisify(exec)(onPrism, { shell: "bash" })).stdout);
    expect(example.data.test_run.human_id).toBe("DEMO-R-1");
    const titles = listed.data.test_runs.map(({ title }: { title: string }) => title);
    expect(titles).toContain(created.data.test_run.title);
    expect(titles).toContainEqual(expect.stringContaining("Nightly regression"));
  });

  it("ends with exit code 0 on Ctrl-C, and nothing listens any more", async () => {
    running.process.kill("SIGINT");
    expect(await exitCode(running)).toBe(0);
    expect(running.output).toContain("Stopped.");
    await expect(fetch(mockUrl)).rejects.toThrow();
    await expect(fetch(prismUrl)).rejects.toThrow();
    await expect(fetch(docsUrl)).rejects.toThrow();
  });
});

describe("pnpm start", () => {
  it("ends with exit code 0 on Ctrl-C while it builds, without finishing that or starting anything", async () => {
    const generator = join(copy.folder, "packages/types/scripts/generate.ts");
    const pidFile = join(copy.folder, "pid");
    const original = await readFile(generator);
    await writeFile(
      generator,
      `import { writeFileSync } from "node:fs";\nwriteFileSync(${JSON.stringify(pidFile)}, String(process.pid));\nsetTimeout(() => {}, 60_000);\n`,
    );
    const running = start();
    const pid = await vi.waitUntil(() => readFile(pidFile, "utf8").catch(() => ""), { timeout: 60_000 });
    running.process.kill("SIGINT");
    expect(await exitCode(running)).toBe(0);
    expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
    expect(running.output).not.toContain("http://127.0.0.1");
    await writeFile(generator, original);
  }, 300_000);

  it("ends when the npx or pnpm that started it is killed", async () => {
    // Killing npx leaves pnpm, which it started, and pnpm's script running.
    const waitFor = (...args: string[]) =>
      `import { spawn } from "node:child_process"; spawn("node", ${JSON.stringify(args)}, { stdio: "inherit" });`;
    const start = ["scripts/run.js", "start", ...["mock", "prism", "docs"].flatMap((name) => [`--${name}-port`, "0"])];
    await writeFile(join(copy.folder, "pnpm.mjs"), waitFor(...start));
    await writeFile(join(copy.folder, "npx.mjs"), waitFor("pnpm.mjs"));
    const running = watchOutput(spawn(process.execPath, ["npx.mjs"], { cwd: copy.folder }));
    const { mockUrl } = await addresses(running);

    running.process.kill("SIGKILL");

    await vi.waitUntil(() => running.output.includes("Stopped."), { timeout: 60_000 });
    await expect(fetch(mockUrl)).rejects.toThrow();
  }, 300_000);

  it("never rewrites a stale generated file, starts nothing, and says how to fix it", async () => {
    const generated = join(copy.folder, "packages/types/src/generated/openapi.ts");
    const original = await readFile(generated, "utf8");
    await writeFile(generated, `${original}// edited\n`);
    const running = start();
    expect(await exitCode(running)).toBe(1);
    expect(running.output).toContain("@testsigma-tms/types:generate:check: ");
    expect(running.output).toContain('Run "pnpm generate"');
    expect(await readFile(generated, "utf8")).toBe(`${original}// edited\n`);
    await writeFile(generated, original);
  }, 300_000);

  it("shows which packages it builds, and starts nothing when one does not build, and why", async () => {
    // Of the other packages, nothing is built again.
    await writeFile(join(copy.folder, "packages/docs/scripts/build.ts"), 'throw new Error("no pages");\n');
    const running = start();
    expect(await exitCode(running)).toBe(1);
    expect(running.output).toContain("\n  build docs\n");
    expect(running.output).toContain("Error: no pages");
    expect(running.output).toContain(
      'Nothing was started, because the build failed. Fix the error above, then run "pnpm start" again.',
    );
  }, 300_000);
});
