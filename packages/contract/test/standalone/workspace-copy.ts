import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const packages = ["spec", "packages/types", "packages/client", "packages/mock", "packages/contract"];
const made = new Set(["node_modules", "dist", "reports", ".turbo"]);

/** A copy of the workspace's sources, with the dependencies that are installed here. */
export interface WorkspaceCopy extends AsyncDisposable {
  /** The path of a file of the copy. */
  at(path: string): string;
  /** Runs a script of a package's `package.json`. */
  run(folder: string, script: string): Promise<void>;
  /** Runs Node in the contract package; resolves to what it printed. */
  node(...args: string[]): Promise<string>;
}

/** Copies the packages that the API flows through into a temporary folder, which is deleted on disposal. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const root = await mkdtemp(join(tmpdir(), "testsigma-tms-"));
  await cp(join(workspace, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  await Promise.all(packages.map((folder) => copyPackage(root, folder)));

  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
  const start = promisify(execFile);
  const run = async (folder: string, ...args: string[]) => {
    const options = { cwd: join(root, folder), env, timeout: 60_000 };
    const { stdout } = await start(process.execPath, args, options).catch(({ stdout, stderr }) => {
      throw new Error(`node ${args.join(" ")} failed in ${folder}:\n${stdout}\n${stderr}`);
    });
    return stdout;
  };
  return {
    at: (path) => join(root, path),
    run: async (folder, script) => void (await run(folder, "--run", script)),
    node: (...args) => run("packages/contract", ...args),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function copyPackage(root: string, folder: string) {
  await cp(join(workspace, folder), join(root, folder), {
    recursive: true,
    filter: (source) => !made.has(basename(source)),
  });
  await linkDependencies(join(workspace, folder, "node_modules"), join(root, folder, "node_modules"), root);
}

/** Links every dependency to the installed one, but the workspace's own packages to their copies. */
async function linkDependencies(installed: string, linked: string, root: string) {
  await mkdir(linked);
  for (const name of await readdir(installed)) {
    const from = join(installed, name);
    if (name === "@testsigma-tms") await linkCopies(from, join(linked, name), root);
    else await symlink(from, join(linked, name));
  }
}

async function linkCopies(installed: string, linked: string, root: string) {
  await mkdir(linked);
  for (const name of await readdir(installed)) {
    await symlink(join(root, name === "spec" ? name : `packages/${name}`), join(linked, name));
  }
}
