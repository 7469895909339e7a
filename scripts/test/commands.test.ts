import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
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

const readScripts = async (folder: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(join(repository, folder, "package.json"), "utf8")).scripts;

/** One of our programs that a script of the root runs. */
interface Program {
  command: string;
  folder: string;
  file: string;
  args: string[];
}

const rootScripts = await readScripts(".");

/** Follows `pnpm -C <folder> <script>`, and `node scripts/run.js <command>`, to the program and its first arguments. */
const programs = (
  await Promise.all(
    Object.entries(rootScripts).map(async ([command, script]): Promise<Program[]> => {
      const [, folder = ".", name = ""] = /^pnpm -C (\S+) (\S+)$/.exec(script) ?? [];
      const line = name ? ((await readScripts(folder))[name] ?? "") : script;
      // Programs in `dist` need a build first and are not covered here.
      const [, file, args = ""] = /^node (?!dist\/)(\S+) ?([^&]*)$/.exec(line) ?? [];
      const words = args.split(" ").filter(Boolean);
      if (file === "scripts/run.js") return [{ command, folder, file: `scripts/src/${words.shift()}.ts`, args: words }];
      return file ? [{ command, folder, file, args: words }] : [];
    }),
  )
).flat();

class Exit extends Error {}
let runs = 0;

/** Runs a program in this process until it exits. */
async function run({ folder, file, args }: Program, ...options: string[]) {
  const output = { stdout: "", stderr: "" };
  const { argv } = process;
  const cwd = process.cwd();
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      output[name] += text;
      return true;
    });
  }
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Exit();
  });
  try {
    process.argv = [process.execPath, file, ...args, ...options];
    process.chdir(join(repository, folder));
    // The number makes it another module, so that it runs again.
    await import(`${pathToFileURL(join(repository, folder, file))}?run=${runs++}`).catch((error) => {
      if (!(error instanceof Exit)) throw error;
    });
    return { ...output, exitCode: exit.mock.calls[0]?.[0] };
  } finally {
    process.argv = argv;
    process.chdir(cwd);
    vi.restoreAllMocks();
  }
}

const find = (name: string) => programs.find(({ command }) => command === name) as Program;

it("finds the programs behind the root's scripts", () => {
  expect(programs.map(({ command }) => command)).toEqual(
    expect.arrayContaining(["start", "dev", "build", "test", "bench", "release", "tarballs"]),
  );
});

it.each(programs)("pnpm $command explains itself with --help, and rejects an unknown option", async (program) => {
  const help = await run(program, "--help");
  expect(help.stdout).toMatch(new RegExp(`^Usage: pnpm ${program.command.split(":")[0]}\\b`, "m"));
  expect(help.exitCode).toBe(0);

  const wrong = await run(program, "--nonsense");
  expect(wrong.stderr).toContain("--nonsense");
  expect(wrong.exitCode).toBe(2);
});

it.each(["", "abc", "-1", "1.5", "65536", "0x50"])("rejects the port %j and says what is allowed", async (port) => {
  const { exitCode, stderr } = await run(find("start"), `--mock-port=${port}`);
  expect(stderr).toContain(`argument '${port}' is invalid. Allowed: a whole number from 0 to 65535.`);
  expect(exitCode).toBe(2);
});

it("says which package was meant by a wrong filter", async () => {
  const { exitCode, stderr } = await run(find("test"), "--filter=clien");
  expect(stderr).toContain("argument 'clien' is invalid. There is no such package. Did you mean client?");
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
