/** Every block of code in the README does what the README says. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createProgram } from "../src/command/create-program.js";
import { scenarios } from "../src/generated/scenarios.js";
import { startMock } from "../src/index.js";
import { checkOptions } from "../src/options/check-options.js";
import type { ServerOptions } from "../src/options/options.js";

const exec = promisify(execFile);
const require = createRequire(import.meta.url);
const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const readme = await readFile(join(packageFolder, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code = ""]) => ({ language, code }));
const scripts = blocks.filter(({ language }) => language === "ts" || language === "js");
const lines = blocks.filter(({ language }) => language === "sh").flatMap(({ code }) => code.trim().split("\n"));

let folder = "";

// The folder is inside the package, so that the package's own name resolves to its build.
beforeAll(async () => {
  await mkdir(join(packageFolder, "reports"), { recursive: true });
  folder = await mkdtemp(join(packageFolder, "reports/readme-"));
  for (const { code } of scripts) await writeFile(join(folder, nameOf(code)), code);
  const compilerOptions = { noEmit: false, allowImportingTsExtensions: false, outDir: "out", types: ["node"] };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../../../tsconfig.json", compilerOptions, include: ["."] }),
  );
});

afterAll(() => rm(folder, { recursive: true }));

const nameOf = (code: string) => /^\/\/ (\S+\.m?[jt]s)$/m.exec(code)?.[1] ?? "unnamed.ts";

const bin = (name: string, entry: string) => join(dirname(require.resolve(`${name}/package.json`)), entry);

it("has blocks of nothing but code, which names its file, and shell", () => {
  const others = blocks.filter(({ language }) => ["sh", "python", "java"].includes(language ?? ""));
  expect(scripts.length + others.length).toBe(blocks.length);
  expect(scripts.map(({ code }) => nameOf(code))).not.toContain("unnamed.ts");
});

it("has code that compiles, and tests that pass", async () => {
  await exec(process.execPath, [bin("typescript", "bin/tsc"), "-p", folder]).catch(fail);
  await exec(process.execPath, [
    bin("vitest", "vitest.mjs"),
    "run",
    "--testTimeout=60000",
    "--root",
    join(folder, "out"),
  ]).catch(fail);
});

/** Throws an error with the output, which says what went wrong, unlike the original error's message. */
function fail({ stdout, stderr }: { stdout: string; stderr: string }): never {
  throw new Error(`${stdout}\n${stderr}`);
}

// Windows has curl, but a shell only with Git Bash.
const hasCurl = await exec("sh", ["-c", "curl --version"]).then(
  () => true,
  () => false,
);
if (!hasCurl) console.warn("SKIPPED: the README's curl lines. There is no sh with curl on the PATH.");

it.skipIf(!hasCurl)("has curl lines that work", async () => {
  await using mock = await startMock();
  const contents = [];
  for (const line of lines.filter((line) => line.startsWith("curl "))) {
    const { stdout } = await exec("sh", ["-c", line.replaceAll("http://127.0.0.1:4010", new URL(mock.url).origin)]);
    contents.push(JSON.parse(stdout));
  }

  expect(contents).toEqual([{ message: "rate limit exceeded" }, { code: 401, message: expect.any(String) }]);
});

const hasPython = await exec("python3", ["--version"]).then(
  () => true,
  () => false,
);

it.skipIf(!hasPython)("has a test in Python that passes, and that can fail", async () => {
  const [{ code } = { code: "" }] = blocks.filter(({ language }) => language === "python");
  const run = async (options: ServerOptions) => {
    await using mock = await startMock(options);
    await writeFile(join(folder, "test_nightly.py"), code.replace("4010", new URL(mock.url).port));
    return await exec("python3", ["-B", "-m", "unittest", "test_nightly"], { cwd: folder }).catch(fail);
  };

  expect((await run({ state: true })).stderr).toContain("Ran 1 test");
  await expect(run({})).rejects.toThrow("AssertionError");
});

it("starts the command with options that it knows", async () => {
  const commands = [...readme.matchAll(/npx @testsigma-tms\/mock([^\n`#]*)/g)].map(([, args = ""]) =>
    args.trim().split(" "),
  );

  const started: string[] = [];
  const program = createProgram("1.0.0", {
    serve: async () => void started.push("serve"),
    prism: async ([command = ""]) => void started.push(command),
  });
  for (const args of commands) await program.parseAsync(args, { from: "user" });

  expect(started).toEqual(["serve", "mock", "proxy"]);
});

it("names every option", () => {
  expect(knownOptions()).toContain("invalidRequestStatus");
  for (const name of knownOptions()) expect(readme).toContain(`\`${name}\``);
});

function knownOptions(): string[] {
  try {
    checkOptions({ unknown: true });
  } catch (error) {
    return /Known: (.*)\./.exec((error as Error).message)?.[1]?.split(", ") ?? [];
  }
  return [];
}

it("names every scenario", () => {
  for (const name of Object.keys(scenarios.createTestRun)) expect(readme).toContain(`\`${name}\``);
});
