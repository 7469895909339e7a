import { publishedNames, repository } from "../published-packages.ts";
import { run, succeed } from "../run.ts";

/** Publishes each package whose version the registry does not have yet. */
export async function publish(options: string[], env: Record<string, string> = {}): Promise<void> {
  const filters = publishedNames.map((name) => `--filter=${name}`);
  // CI has a detached checkout; which commit is released is the workflow's decision.
  await succeed("pnpm", [...filters, "--recursive", "publish", "--no-git-checks", ...options], {
    cwd: repository,
    env,
  });
}

/** Whether npm has this version of every package. */
export async function isPublished(version: string): Promise<boolean> {
  for (const name of publishedNames) {
    const { exitCode, stdout, stderr } = await run("npm", ["view", `${name}@${version}`, "version"], {
      cwd: repository,
    });
    if (exitCode !== 0 && !stderr.includes("E404")) throw new Error(`npm could not be asked for ${name}:\n${stderr}`);
    // Of a version that is missing npm prints nothing.
    if (stdout.trim() === "") return false;
  }
  return true;
}
