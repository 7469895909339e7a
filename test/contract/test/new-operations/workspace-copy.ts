import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const shared = ["package.json", "tsconfig.base.json", "vitest.base.ts"];
const packages = [
  "spec",
  ...["codegen", "types", "client", "mock", "cli", "docs"].map((name) => `packages/${name}`),
  ...["contract", "support"].map((name) => `test/${name}`),
];
const made = new Set(["node_modules", "dist", "reports", ".turbo"]);

/** A copy of the workspace's sources, linked to the dependencies of the original. */
export interface WorkspaceCopy extends AsyncDisposable {
  /** Returns the path of a file in the copy. */
  at(path: string): string;
  /** Runs Node in a folder; resolves to its output, and rejects with the output if Node fails. */
  node(folder: string, ...args: string[]): Promise<string>;
}

/** Copies the packages that depend on the spec into a temporary folder, which is deleted on disposal. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const root = await mkdtemp(join(tmpdir(), "testsigma-tms-"));
  await Promise.all([...shared, ...packages].map((path) => copySources(root, path)));
  await Promise.all(packages.map((folder) => linkDependencies(root, folder)));

  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  // Vitest asks for the home directory, which a user without a passwd entry does not have.
  const env = { PATH: path, HOME: root, NO_COLOR: "1" };
  return {
    at: (path) => join(root, path),
    node: async (folder, ...args) => {
      const options = { cwd: join(root, folder), env, timeout: 120_000 };
      const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(({ stdout, stderr }) => {
        throw new Error(`node ${args.join(" ")} failed in ${folder}:\n${stdout}\n${stderr}`);
      });
      return stdout;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

const copySources = (root: string, path: string) =>
  cp(join(workspace, path), join(root, path), { recursive: true, filter: (source) => !made.has(basename(source)) });

/** Links the dependencies of a package: the workspace's packages to their copies, all others to the installed ones. */
async function linkDependencies(root: string, folder: string) {
  const [installed, linked] = [workspace, root].map((at) => join(at, folder, "node_modules")) as [string, string];
  const own = "@testsigma-tms";
  await mkdir(join(linked, own), { recursive: true });
  for (const name of await readdir(installed)) {
    if (name !== own) await symlink(join(installed, name), join(linked, name));
  }
  for (const name of await readdir(join(installed, own)).catch(() => [])) {
    await symlink(join(root, packages.find((path) => basename(path) === name) ?? name), join(linked, own, name));
  }
}
