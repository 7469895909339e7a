/**
 * `pnpm -C packages/mock image`: builds and packs the mock, and builds the image `testsigma-tms-mock` from it. With a
 * folder as its argument, only writes the input of `docker build` to that folder.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [given] = process.argv.slice(2);
const cwd = fileURLToPath(new URL("..", import.meta.url));
const context = given ?? mkdtempSync(join(tmpdir(), "mock-image-"));
// On Windows, npm is npm.cmd, which only a shell finds.
const run = (command: string, folder = cwd) => execFileSync(command, { cwd: folder, shell: true, stdio: "inherit" });

mkdirSync(context, { recursive: true });
copyFileSync(join(cwd, "Dockerfile"), join(context, "Dockerfile"));

run(`npm pack --ignore-scripts --silent --pack-destination "${context}"`);
const [tarball = ""] = readdirSync(context).filter((name) => name.endsWith(".tgz"));
renameSync(join(context, tarball), join(context, "mock.tgz"));
if (given === undefined) {
  try {
    run(`docker build --tag testsigma-tms-mock "${context}"`);
  } finally {
    rmSync(context, { recursive: true });
  }
}
