import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { x } from "tinyexec";
import { tools } from "./install-tool.ts";
import { plainEnvironment, type Run, type RunOptions } from "./run.ts";

/** A program that runs programs of another platform on this machine. */
export interface Emulator {
  command: string[];
  /** The line that installs it on Debian. */
  installation: string;
  env?: Record<string, string>;
}

const libraries = "/usr/aarch64-linux-gnu";

export const emulators = {
  "linux-arm64": {
    command: ["qemu-aarch64-static", "-L", libraries],
    installation: "sudo apt-get install qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross",
  },
  "windows-x64": {
    command: ["wine"],
    installation: "sudo apt-get install --no-install-recommends wine wine64",
    env: { WINEPREFIX: join(tools, "wine"), WINEDEBUG: "-all", XDG_RUNTIME_DIR: tmpdir() },
  },
} satisfies Record<string, Emulator>;

export async function hasEmulator({ command: [program = ""] }: Emulator): Promise<boolean> {
  return await x(program, ["--version"]).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}

/** Runs a program to its end as a user would. Its output goes through files, because Node lacks pipes under Wine. */
export async function emulate(
  { command: [program = "", ...options], env: settings }: Emulator,
  args: string[],
  { cwd, env = {} }: RunOptions,
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "emulated-"));
  try {
    await using stdout = await open(join(folder, "stdout"), "w");
    await using stderr = await open(join(folder, "stderr"), "w");
    const { exitCode } = await x(program, [...options, ...args], {
      // On a busy machine, programs have hung under Wine.
      timeout: 1_200_000,
      nodePath: false,
      nodeOptions: { cwd, env: { ...plainEnvironment, ...settings, ...env }, stdio: ["ignore", stdout.fd, stderr.fd] },
    });
    const [out, error] = await Promise.all(["stdout", "stderr"].map((name) => readFile(join(folder, name), "utf8")));
    return { exitCode: exitCode ?? 1, stdout: out ?? "", stderr: error ?? "" };
  } finally {
    await rm(folder, { recursive: true });
  }
}
