import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, vi } from "vitest";
import { repository } from "../src/repository.ts";

/** Makes sure that commands start nothing while their options are read: no build, no test. */
vi.mock("tinyexec", () => ({
  x: () => {
    throw new Error("A command started a process.");
  },
}));

const scriptsOf = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")).scripts;
const rootScripts = scriptsOf(".");

/** The programs of ours behind the root's scripts: `node scripts/run.js <command>`, or a script of a package. */
const programs = Object.entries(rootScripts).flatMap(([command, script]) => {
  const [, name] = /^node scripts\/run\.js (\w+)$/.exec(script) ?? [];
  if (name) return [{ command, folder: ".", file: `scripts/src/${name}.ts` }];
  const [, folder = "", packageScript = ""] = /^pnpm -C (\S+) (\S+)$/.exec(script) ?? [];
  const [, file] = /^node (\S+)$/.exec((folder && scriptsOf(folder)[packageScript]) || "") ?? [];
  return file ? [{ command, folder, file }] : [];
});
let runs = 0;

/** Runs a command in this process until it exits. */
async function run(name: string, ...options: string[]) {
  const { folder, file } = programs.find(({ command }) => command === name) ?? { folder: ".", file: name };
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      output[stream] += text;
      return true;
    });
  }
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Error("exit");
  });
  const { argv } = process;
  const cwd = process.cwd();
  try {
    process.argv = [process.execPath, file, ...options];
    process.chdir(join(repository, folder));
    // The number makes it another module, so that it runs again.
    const url = `${pathToFileURL(join(repository, folder, file))}?run=${runs++}`;
    await expect(import(url)).rejects.toThrow("exit");
    return { ...output, exitCode: exit.mock.calls[0]?.[0] };
  } finally {
    process.argv = argv;
    process.chdir(cwd);
    vi.restoreAllMocks();
  }
}

it("the root has ten commands; the three that are not programs of ours take no options", () => {
  expect(Object.keys(rootScripts)).toHaveLength(10);
  const names = programs.map(({ command }) => command);
  expect(names).toEqual(["start", "dev", "build", "test", "bench", "release", "tarballs"]);
});

it.each(programs)("pnpm $command explains itself with --help, and rejects an unknown option", async ({ command }) => {
  const help = await run(command, "--help");
  expect(help.stdout).toMatch(new RegExp(`^Usage: pnpm ${command}\\b`, "m"));
  expect(help.exitCode).toBe(0);

  const unknown = await run(command, "--nonsense");
  expect(unknown.stderr).toContain("--nonsense");
  expect(unknown.exitCode).toBe(2);
});

it.each([
  ...["", "abc", "-1", "1.5", "65536", "0x50"].map((port) => ({
    command: "start",
    option: `--mock-port=${port}`,
    message: `argument '${port}' is invalid. Allowed: a whole number from 0 to 65535.`,
  })),
  { command: "test", option: "--filter=clien", message: "There is no such package. Did you mean client?" },
])("pnpm $command $option says what is allowed", async ({ command, option, message }) => {
  const { exitCode, stderr } = await run(command, option);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
});

it("says which Node is needed, in a Node that is too old to read the commands", () => {
  const preload = `data:text/javascript,Object.defineProperty(process.versions, "node", { value: "20.19.0" })`;
  const args = ["--import", preload, "scripts/run.js", "start"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8" });
  expect(stderr).toContain("The commands need Node 24 or later");
  expect(status).toBe(1);
});

it("no script of the root lets Turborepo send telemetry", () => {
  const scripts = Object.values(rootScripts).filter((script) => /\bturbo\b/.test(script));
  expect(scripts).not.toEqual([]);
  expect(scripts.filter((script) => !script.includes("TURBO_TELEMETRY_DISABLED=1 turbo run "))).toEqual([]);
});
