/** Plays the release workflow in a copy of the repository, with a local origin, up to `npm publish --dry-run`. */
import { once } from "node:events";
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { copyRepository } from "@testsigma-tms/scripts/copy-repository";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { publishedNames, readManifest, repository } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

interface Job {
  needs?: string | string[];
  if?: string;
  outputs?: Record<string, string>;
  env?: Record<string, unknown>;
  steps: { id?: string; uses?: string; run?: string; env?: Record<string, string> }[];
}

const { jobs }: { jobs: Record<string, Job> } = parse(
  await readFile(join(repository, ".github/workflows/release.yml"), "utf8"),
);
const copy = await copyRepository();
const folder = await mkdtemp(join(tmpdir(), "release-"));
const [origin, bin, temp] = ["origin.git", "bin", "temp"].map((name) => join(folder, name)) as [string, string, string];
const ghLog = join(folder, "gh.log");
/** A registry without packages. */
const registry = createServer((_, response) => response.writeHead(404).end("{}"));

const git = (cwd: string, ...args: string[]) => succeed("git", args, { cwd });

beforeAll(async () => {
  await copy.install();
  await Promise.all([bin, temp].map((path) => mkdir(path)));
  const programs = { npx: 'shift 2\nexec pnpm "$@"', gh: `echo "$*" >> "${ghLog}"` };
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  await git(folder, "init", "--quiet", "--bare", "--initial-branch=main", origin);
  await git(copy.folder, "init", "--quiet", "--initial-branch=main");
  await git(copy.folder, "config", "user.name", "Ann");
  await git(copy.folder, "config", "user.email", "ann@example.com");
  await git(copy.folder, "remote", "add", "origin", origin);
  registry.listen(0, "127.0.0.1");
  await once(registry, "listening");
});
afterAll(async () => {
  registry.close();
  await Promise.all([rm(folder, { recursive: true }), copy[Symbol.asyncDispose]()]);
});

async function push(message: string): Promise<void> {
  await git(copy.folder, "add", "--all");
  await git(copy.folder, "commit", "--quiet", "--allow-empty", "--message", message);
  await git(copy.folder, "push", "--quiet", "origin", "main");
}

/** Runs a job's steps; resolves to its outputs and what it printed. */
async function runJob(name: string, job: Job, cwd: string, needed: Record<string, string>) {
  const output = join(folder, "step-output");
  await writeFile(output, "");
  const evaluate = (text: unknown) =>
    String(text)
      .replaceAll(/\$\{\{ needs\.\w+\.outputs\.(\w+) \}\}/g, (_, key) => needed[key] ?? "")
      .replaceAll(/\$\{\{ .*? \}\}/g, "any");
  let log = "";
  for (const step of job.steps) {
    if (step.run === undefined) continue;
    const values = Object.entries({ ...job.env, ...step.env }).map(([key, value]) => [key, evaluate(value)]);
    const { exitCode, stdout, stderr } = await run("bash", ["-e", "-c", step.run], {
      cwd,
      env: {
        ...Object.fromEntries(values),
        PATH: [bin, process.env.PATH].join(delimiter),
        PNPM: "pnpm",
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_SERVER_URL: "https://github.com",
        GITHUB_REPOSITORY: "kestrel-bikes/tms",
        GITHUB_SHA: "0123abc",
        npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
        npm_config_dry_run: String(name === "publish"),
      },
    });
    log += stdout + stderr;
    if (exitCode !== 0) throw new Error(`${name} failed:\n${log}`);
  }
  const written = (await readFile(output, "utf8")).trim().split("\n");
  return { log, outputs: Object.fromEntries(written.map((line) => line.split("="))) };
}

/** Plays the workflow for the tip of main; resolves to the jobs that ran, and what they printed. */
async function release() {
  await writeFile(ghLog, "");
  const logs: Record<string, string> = {};
  let needed: Record<string, string> = {};
  for (const [name, job] of Object.entries(jobs)) {
    const [, key = "", wanted = ""] = /^needs\.version\.outputs\.(\w+) == '(\w+)'$/.exec(job.if ?? "") ?? [];
    const isNeeded = [job.needs ?? []].flat().every((other) => other in logs);
    if (!isNeeded || (job.if && needed[key] !== wanted)) continue;
    const isPrivileged = !["version", "build"].includes(name);
    const cwd = isPrivileged ? await mkdtemp(join(folder, `${name}-`)) : copy.folder;
    if (job.steps.some(({ uses }) => uses?.startsWith("actions/checkout@")) && isPrivileged) {
      await git(folder, "clone", "--quiet", origin, cwd);
    } else if (isPrivileged) {
      await cp(join(copy.folder, "tarballs"), join(cwd, "tarballs"), { recursive: true });
    }
    const { log, outputs } = await runJob(name, job, cwd, needed);
    logs[name] = log;
    if (name === "version") {
      needed = outputs;
      await git(copy.folder, "reset", "--quiet", "--hard");
    }
  }
  return { jobs: Object.keys(logs), logs, version: needed.version, gh: await readFile(ghLog, "utf8") };
}

let version = "";

it("proposes the next version in a pull request while there are changesets", async () => {
  const text = '---\n"@testsigma-tms/client": minor\n---\n\nCreates runs even faster.\n';
  await writeFile(join(copy.folder, ".changeset/quick-runs.md"), text);
  await push("feat: create runs even faster");

  const played = await release();

  version = String(played.version);
  expect(played.jobs).toEqual(["version", "propose"]);
  expect(played.gh).toContain(`pr create --base main --head release/next --title Release ${version}`);
  await git(copy.folder, "fetch", "--quiet", "origin");
  const { stdout } = await git(copy.folder, "show", "origin/release/next:packages/client/CHANGELOG.md");
  expect(stdout).toContain(`## ${version}`);
  expect(stdout).toContain("Creates runs even faster.");
});

it("refuses a proposal that changes anything but manifests and changelogs", async () => {
  const cwd = await mkdtemp(join(folder, "hostile-"));
  await git(folder, "clone", "--quiet", origin, cwd);
  await appendFile(join(cwd, ".github/workflows/ci.yml"), "# more\n");
  const { stdout } = await git(cwd, "diff");
  await writeFile(join(temp, "release.patch"), stdout);
  await git(cwd, "reset", "--quiet", "--hard");

  const propose = runJob("propose", jobs.propose as Job, cwd, { version });

  await expect(propose).rejects.toThrow(".github/workflows/ci.yml\n::error::");
});

it("builds, publishes and tags the version once that is merged", async () => {
  await git(copy.folder, "merge", "--quiet", "origin/release/next");
  await push("chore: merge the release");

  const played = await release();

  expect(played.jobs).toEqual(["version", "build", "publish", "release"]);
  for (const name of publishedNames) expect(played.logs.publish).toContain(`+ ${name}@${version}\n`);
  expect(played.gh).toContain(`release create v${version} --target 0123abc`);
  const { stdout } = await succeed("tar", ["-xOf", "tarballs/testsigma-tms-client.tgz", "package/package.json"], {
    cwd: copy.folder,
  });
  expect(JSON.parse(stdout).repository).toEqual({
    type: "git",
    url: "git+https://github.com/kestrel-bikes/tms.git",
  });
});

it("does nothing once the version is tagged", async () => {
  await git(copy.folder, "reset", "--quiet", "--hard");
  await git(copy.folder, "tag", `v${version}`);
  await push("docs: correct a sentence");

  const played = await release();

  expect(readManifest(join(copy.folder, "spec")).version).toBe(version);
  expect(played).toMatchObject({ jobs: ["version"], gh: "" });
  expect((await git(copy.folder, "status", "--short")).stdout).toBe("");
});
