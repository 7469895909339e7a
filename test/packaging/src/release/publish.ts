import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "../published-packages.ts";
import { type Run, run } from "../run.ts";

/** The repository whose workflow a dry run plays: the one in the root's `package.json`, or an invented one. */
export async function sourceRepository(): Promise<string> {
  const { repository: address } = JSON.parse(await readFile(join(repository, "package.json"), "utf8"));
  return address?.replace("https://github.com/", "") ?? "kestrel-bikes/testsigma-tms";
}

/** Runs the scripts of the release workflow's job `publish`, in a folder that contains `tarballs`. */
export async function publish(folder: string, env: Record<string, string>): Promise<Run> {
  const workflow = parse(await readFile(join(repository, ".github/workflows/release.yml"), "utf8"));
  const steps: { run?: string }[] = workflow.jobs.publish.steps;
  const script = steps.map(({ run: commands = "" }) => commands).join("\n");
  const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: await sourceRepository() };
  return await run("bash", ["-e", "-c", script], { cwd: folder, env: { ...github, ...env } });
}
