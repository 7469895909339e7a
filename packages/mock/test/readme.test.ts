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

const exec = promisify(execFile);
const require = createRequire(import.meta.url);
const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const readme = await readFile(join(packageFolder, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code = ""]) => ({ language, code }));
const scripts = blocks.filter(({ language }) => language === "ts" || language === "js");
const lines = blocks.filter(({ language }) => language === "sh").flatMap(({ code }) => code.trim().split("\n"));

let folder = "";

// Inside the package, so that its own name resolves to its build.
beforeAll(async () => {
  await mkdir(join(packageFolder, "reports"), { recursive: true });
  folder = await mkdtemp(join(packageFolder, "reports/readme-"));
  for (const { code } of scripts) await writeFile(join(folder, nameOf(code)), code);
  const compilerOptions = { noEmit: false, outDir: "out", types: ["node"] };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../../../tsconfig.base.json", compilerOptions }),
  );
});

afterAll(() => rm(folder, { recursive: true }));

const nameOf = (code: string) => /^\/\/ (\S+\.m?[jt]s)$/m.exec(code)?.[1] ?? "unnamed.ts";

const bin = (name: string, entry: string) => join(dirname(require.resolve(`${name}/package.json`)), entry);

it("has blocks of nothing but code, which names its file, and shell", () => {
  const others = blocks.filter(({ language }) => language === "sh" || language === "python");
  expect(scripts.length + others.length).toBe(blocks.length);
  expect(scripts.map(({ code }) => nameOf(code))).not.toContain("unnamed.ts");
});

it("has code that compiles and runs, and tests that pass", async () => {
  await exec(process.execPath, [bin("typescript", "bin/tsc"), "-p", folder]).catch(fail);
  const out = join(folder, "out");
  await exec(process.execPath, [join(out, "scenarios.js")]).catch(fail);
  await exec(process.execPath, ["--test", join(folder, "server.test.mjs")]).catch(fail);
  await exec(process.execPath, [bin("vitest", "vitest.mjs"), "run", "--root", out]).catch(fail);
});

/** The output says what went wrong; the message of the error does not. */
function fail({ stdout, stderr }: { stdout: string; stderr: string }): never {
  throw new Error(`${stdout}\n${stderr}`);
}

const hasCurl = await exec("curl", ["--version"]).then(
  () => true,
  () => false,
);
if (!hasCurl) console.warn("SKIPPED: the README's curl lines. There is no curl on the PATH.");

it.skipIf(!hasCurl)("has curl lines that work", async () => {
  await using mock = await startMock();
  const contents = [];
  for (const line of lines.filter((line) => line.startsWith("curl "))) {
    const { stdout } = await exec("sh", ["-c", line.replaceAll("http://127.0.0.1:4010", new URL(mock.url).origin)]);
    contents.push(stdout === "" ? undefined : JSON.parse(stdout));
  }

  expect(contents).toEqual([{ status: "ok" }, undefined, { message: "rate limit exceeded" }]);
});

const hasPython = await exec("python3", ["--version"]).then(
  () => true,
  () => false,
);

it.skipIf(!hasPython)("has Python that works", async () => {
  await using mock = await startMock();
  const scripts = blocks.filter(({ language }) => language === "python").map(({ code }) => code);

  expect(scripts).toHaveLength(1);
  for (const code of scripts) {
    await exec("python3", ["-c", code.replaceAll("http://127.0.0.1:4010", new URL(mock.url).origin)]).catch(fail);
  }
});

it("starts the command with options that it knows", async () => {
  const commands = [...readme.matchAll(/npx testsigma-mock([^\n`]*)/g)].map(([, args = ""]) => args.trim().split(" "));

  const started: string[] = [];
  const program = createProgram("1.0.0", {
    serve: async () => void started.push("serve"),
    proxy: async () => void started.push("proxy"),
  });
  for (const args of commands) await program.parseAsync(args, { from: "user" });

  expect(started).toEqual(["serve", "proxy"]);
});

it("names every option in its table", () => {
  const rows = [...readme.matchAll(/^\| (?:`(\w+)`|–) +\| `([^ `]+)/gm)];
  const options = rows.flatMap(([, option]) => (option === undefined ? [] : [option]));
  const flags = rows.map(([, , flag = ""]) => flag).filter((flag) => flag.startsWith("--"));

  expect(options.toSorted()).toEqual(knownOptions());
  const described = createProgram("1.0.0", { serve: async () => {}, proxy: async () => {} }).options;
  expect([...flags, "--version"].toSorted()).toEqual(described.map(({ long }) => long).toSorted());
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
