import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "../published-packages.ts";
import { type Run, run } from "../run.ts";

const workflow = parse(await readFile(join(repository, ".github/workflows/release.yml"), "utf8"));

/** The part of the release workflow's job `publish` that is read here. */
export const publishJob: {
  permissions: Record<string, string>;
  env: Record<string, unknown>;
  steps: { run?: string }[];
} = workflow.jobs.publish;

/** The repository whose workflow a dry run plays: the one in the root's `package.json`, or an invented one. */
export async function sourceRepository(): Promise<string> {
  const { repository: address } = JSON.parse(await readFile(join(repository, "package.json"), "utf8"));
  return address?.replace("https://github.com/", "") ?? "kestrel-bikes/testsigma-tms";
}

/** Runs the scripts of the job `publish` in its environment, in a folder that contains `tarballs`. */
export async function publish(folder: string, env: Record<string, string>): Promise<Run> {
  const script = publishJob.steps.map(({ run: commands = "" }) => commands).join("\n");
  const jobEnv = Object.fromEntries(Object.entries(publishJob.env).map(([name, value]) => [name, String(value)]));
  const github = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: await sourceRepository() };
  return await run("bash", ["-e", "-c", script], { cwd: folder, env: { ...jobEnv, ...github, ...env } });
}
