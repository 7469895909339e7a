/** `pnpm executables`: builds the CLI as one file for Node, and as executables that do not need Node. */
import { chmod, copyFile, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createCommand } from "@testsigma-tms/support/create-command";
import { type Emulator, emulate, emulators, hasEmulator } from "../src/emulators.ts";
import { installTool } from "../src/install-tool.ts";
import { packageManagers } from "../src/package-managers.ts";
import { repository } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

/** The platforms, in the form that ends the names of the executables, and Bun's package for each. */
const platforms = {
  "linux-x64": "bun-linux-x64",
  "linux-arm64": "bun-linux-aarch64",
  "linux-x64-musl": "bun-linux-x64-musl",
  "linux-arm64-musl": "bun-linux-aarch64-musl",
  "macos-x64": "bun-darwin-x64",
  "macos-arm64": "bun-darwin-aarch64",
  "windows-x64": "bun-windows-x64",
};

const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
const libc = process.platform === "linux" && !header.glibcVersionRuntime ? "-musl" : "";
const thisPlatform = `${process.platform.replace("darwin", "macos").replace("win32", "windows")}-${process.arch}${libc}`;

const bunVersion = packageManagers.find(({ name }) => name === "bun")?.tool?.bun ?? "";

await createCommand(
  "executables",
  "Build testsigma-tms.mjs and executables of the CLI, and run what this machine can run.",
  {
    builds: ["@testsigma-tms/cli", "@testsigma-tms/mock"],
  },
)
  .option("--out <folder>", "where to put them; a path from the root", "tarballs")
  .action(async ({ out }: { out: string }) => {
    const folder = resolve(repository, out);
    await mkdir(folder, { recursive: true });
    const file = join(folder, "testsigma-tms.mjs");
    await copyFile(join(repository, "packages/cli/dist/testsigma-tms.js"), file);
    await chmod(file, 0o755);
    const results = [await describe(file, await reports([process.execPath, file]))];
    for (const [platform, name] of Object.entries(platforms)) {
      const executable = await compile(file, name, join(folder, `testsigma-tms-${platform}`));
      results.push(await describe(executable, await runExecutable(executable, platform)));
    }
    console.table(results);
    process.exitCode = results.some((result) => result.report.startsWith("failed")) ? 1 : 0;
  })
  .parseAsync();

/** Compiles with Bun for this machine and the runtime of the other platform, both of which come from npm. */
async function compile(file: string, bunPackage: string, output: string): Promise<string> {
  const bun = join(await installTool({ bun: bunVersion }), "bun");
  const runtime = { [`@oven/${bunPackage}`]: bunVersion };
  const bin = await installTool(runtime, { args: ["--force"] });
  const extension = bunPackage.includes("windows") ? ".exe" : "";
  const executable = join(bin, `../@oven/${bunPackage}/bin/bun${extension}`);
  const target = bunPackage.replace("aarch64", "arm64");
  const args = [`--target=${target}`, `--compile-executable-path=${executable}`, "--outfile", output, file];
  await succeed(bun, ["build", "--compile", ...args], { cwd: repository });
  return `${output}${extension}`;
}

async function runExecutable(executable: string, platform: string): Promise<string> {
  if (platform === thisPlatform) return reports([executable]);
  const emulator: Emulator | undefined = emulators[platform as keyof typeof emulators];
  if (!emulator) return "not run: another platform";
  return (await hasEmulator(emulator)) ? reports([executable], emulator) : `not run: ${emulator.installation}`;
}

/** Reports one test to a mock and describes the result. */
async function reports(command: string[], emulator?: Emulator): Promise<string> {
  const { startMock } = await import("@testsigma-tms/mock");
  await using mock = await startMock({ state: true });
  const cwd = await mkdtemp(join(tmpdir(), "executable-"));
  await writeFile(join(cwd, "junit.xml"), '<testsuite><testcase name="DEMO-1 accepts a password"/></testsuite>');
  const [program = "", ...words] = command;
  const args = [...words, "report", "junit.xml", "--project", "DEMO", "--title", "Nightly"];
  const env = { TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: mock.url };
  const { exitCode, stdout, stderr } = emulator
    ? await emulate(emulator, [program, ...args], { cwd, env })
    : await run(program, args, { cwd, env });
  await rm(cwd, { recursive: true });
  const isClosed = exitCode === 0 && stderr.includes('"Nightly" (closed)');
  return isClosed ? "reported a run to the mock" : `failed with ${exitCode}: ${stdout}${stderr}`;
}

async function describe(file: string, report: string) {
  return { file: file.split(/[\\/]/).at(-1), megabytes: Number(((await stat(file)).size / 1e6).toFixed(1)), report };
}
