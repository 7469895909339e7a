import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";
import { type RunningCommand, startCommand } from "./start-command.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** What `npx` is given to start pnpm. */
const npxArgs = ["-y", "pnpm@12"];

/** A clone of what was committed last in this checkout, in a temporary folder that goes when it is disposed of. */
export interface Clone extends AsyncDisposable {
  /** How long Git took, in milliseconds. */
  milliseconds: number;
  /** The path of a file in it. */
  at(path: string): string;
  /** Starts a command of its root, as the README says. */
  start(...args: string[]): RunningCommand;
  /** Runs a command of its root to the end, by npx or an installed pnpm; resolves to how long that took, in milliseconds. */
  run(by: "npx" | "pnpm", ...args: string[]): Promise<number>;
}

/** @param store "cold": pnpm and every package are downloaded again */
export async function cloneRepository(store: "warm" | "cold"): Promise<Clone> {
  const folder = await mkdtempDisposable(join(tmpdir(), "bench-pipeline-"));
  const clone = join(folder.path, "clone");
  const env = { ...userEnvironment(), ...(store === "cold" ? emptyStores(folder.path) : await ownStore()) };
  const before = performance.now();
  await x("git", ["clone", "--quiet", repository, clone], { throwOnError: true });
  const milliseconds = performance.now() - before;
  return {
    milliseconds,
    at: (path) => join(clone, path),
    start: (...args) => startCommand([...npxArgs, ...args], { cwd: clone, env }),
    async run(by, ...args) {
      const before = performance.now();
      const all = by === "npx" ? [...npxArgs, ...args] : args;
      await x(by, all, { throwOnError: true, nodeOptions: { cwd: clone, env: withPnpm(env) } });
      return performance.now() - before;
    },
    [Symbol.asyncDispose]: folder.remove,
  };
}

/** What a clone contains, as Git abbreviates it. */
export async function headOfRepository(): Promise<string> {
  const { stdout } = await x("git", ["rev-parse", "--short", "HEAD"], {
    throwOnError: true,
    nodeOptions: { cwd: repository },
  });
  return stdout.trim();
}

/** Without what pnpm sets for the scripts that it runs, which would keep the clone from installing and give it our Node. */
function userEnvironment(): NodeJS.ProcessEnv {
  const { pnpm_config_verify_deps_before_run: _, PATH = "", ...env } = process.env;
  const folders = PATH.split(delimiter).filter((path) => !path.includes("node_modules"));
  return { ...env, PATH: folders.join(delimiter) };
}

/** With the pnpm that runs this command. */
function withPnpm({ PATH, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { npm_execpath: pnpm } = process.env;
  return { ...env, PATH: [...(pnpm ? [dirname(pnpm)] : []), PATH].join(delimiter) };
}

const emptyStores = (folder: string) => ({
  npm_config_cache: join(folder, "npm"),
  pnpm_config_cache_dir: join(folder, "cache"),
  pnpm_config_store_dir: join(folder, "store"),
});

/** What this checkout was installed from: on another file system pnpm would look for a store there. */
async function ownStore() {
  const { stdout } = await x("npx", [...npxArgs, "store", "path"], {
    throwOnError: true,
    nodeOptions: { cwd: repository },
  });
  return { pnpm_config_store_dir: stdout.trim() };
}
