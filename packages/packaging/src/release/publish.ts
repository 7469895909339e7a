import { publishedNames, repository } from "../published-packages.ts";
import { succeed } from "../run.ts";

/** Publishes each package whose version the registry does not have yet. */
export async function publish(options: string[], env: Record<string, string> = {}): Promise<void> {
  const filters = publishedNames.map((name) => `--filter=${name}`);
  // CI has a detached checkout; which commit is released is the workflow's decision.
  await succeed("pnpm", [...filters, "--recursive", "publish", "--no-git-checks", ...options], {
    cwd: repository,
    env,
  });
}
