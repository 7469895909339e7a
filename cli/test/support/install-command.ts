import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
/** Creates a folder with the command installed from its tarball, where npx finds it before asking the registry. */
export async function installCommand(): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "testsigma-job-"));
  const packed = await run(
    "pnpm",
    ["--filter", "@testsigma-tms/cli", "pack", "--json", "--pack-destination", cwd],
    repository,
  );
  const { filename }: { filename: string } = [JSON.parse(packed)].flat()[0];
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--offline", filename], cwd);
  return cwd;
}

async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
