import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";

const workspace = fileURLToPath(new URL("../../../../", import.meta.url));
const shared = ["package.json", "tsconfig.json"];
const packages = [
  "spec",
  ...["codegen", "types", "client", "mock", "cli", "docs"].map((name) => `packages/${name}`),
  "test/contract",
];
const made = new Set(["node_modules", "dist", "reports", ".turbo", ".generators"]);

/** A copy of the workspace's sources, with the dependencies of the original. */
export interface WorkspaceCopy extends AsyncDisposable {
  /** Returns the path of a file in the copy. */
  at(path: string): string;
  /** Runs Node in a folder; resolves to its output, and rejects with the output if Node fails. */
  node(folder: string, ...args: string[]): Promise<string>;
}

/** Copies the packages that depend on the spec into a temporary folder, which is deleted on disposal. */
export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const root = await mkdtemp(join(tmpdir(), "testsigma-tms-"));
  const copySources = (path: string) =>
    cp(join(workspace, path), join(root, path), { recursive: true, filter: (source) => !made.has(basename(source)) });
  await Promise.all([...shared, ...packages].map(copySources));
  await Promise.all(
    packages.map((path) =>
      symlink(join(workspace, path, "node_modules"), join(root, path, "node_modules"), "junction"),
    ),
  );

  const env = { PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`, NO_COLOR: "1" };
  return {
    at: (path) => join(root, path),
    node: async (folder, ...args) => {
      const { stdout, stderr, exitCode } = await x(process.execPath, args, {
        timeout: 120_000,
        nodeOptions: { cwd: join(root, folder), env },
      });
      if (exitCode !== 0) throw new Error(`node ${args.join(" ")} failed in ${folder}:\n${stdout}\n${stderr}`);
      return stdout;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
