import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));
const packages = ["@testsigma-tms/types", "@testsigma-tms/client", "@testsigma-tms/cli"];

/** A folder in which the command is installed from packed tarballs, as a job would have it. */
export async function installCommand(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "testsigma-job-"));
  const filters = packages.flatMap((name) => ["--filter", name]);
  const packed = await run("pnpm", [...filters, "pack", "--json", "--pack-destination", cwd], repository);
  const tarballs: { name: string; filename: string }[] = JSON.parse(packed);
  const specs = Object.fromEntries(tarballs.map(({ name, filename }) => [name, `file:${filename}`]));
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true, devDependencies: specs }));
  // JSON is YAML. What is not in the registry yet comes from its tarball, also where another tarball depends on it.
  await writeFile(join(cwd, "pnpm-workspace.yaml"), JSON.stringify({ overrides: specs }));
  await run("pnpm", ["install", "--prefer-offline"], cwd);
  return cwd;
}

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
