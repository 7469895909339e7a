/** Plays the release workflow in a copy of the repository, with a local origin, up to `npm publish --dry-run`. */
import { once } from "node:events";
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { copyRepository } from "@testsigma-tms/scripts/copy-repository";
import { repository } from "@testsigma-tms/scripts/repository";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { publishedNames } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

interface Job {
  needs?: string | string[];
  if?: string;
  env?: Record<string, unknown>;
  steps: { uses?: string; run?: string; env?: Record<string, string> }[];
}

const workflow = await readFile(join(repository, ".github/workflows/release.yml"), "utf8");
const { jobs }: { jobs: Record<string, Job> } = parse(workflow);
const copy = await copyRepository();
const checkout = copy.folder;
const folder = await mkdtemp(join(tmpdir(), "release-"));
const at = (name: string) => join(folder, name);
/** A registry without packages. */
const registry = createServer((_, response) => response.writeHead(404).end("{}"));

const git = (cwd: string, ...args: string[]) => succeed("git", args, { cwd });

beforeAll(async () => {
  await copy.install();
  for (const name of ["bin", "temp"]) await mkdir(at(name));
  const programs = { npx: 'shift 2\nexec pnpm "$@"', gh: `echo "$*" >> "${at("gh.log")}"` };
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(at(`bin/${name}`), `#!/bin/sh\n${script}\n`);
    await chmod(at(`bin/${name}`), 0o755);
  }
  await git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "origin.git");
  await git(checkout, "init", "--quiet", "--initial-branch=main");
  await git(checkout, "config", "user.name", "Ann");
  await git(checkout, "config", "user.email", "ann@example.com");
  await git(checkout, "remote", "add", "origin", at("origin.git"));
  registry.listen(0, "127.0.0.1");
  await once(registry, "listening");
});
afterAll(async () => {
  registry.close();
  await Promise.all([rm(folder, { recursive: true }), copy[Symbol.asyncDispose]()]);
});

async function push(message: string): Promise<void> {
  await git(checkout, "add", "--all");
  await git(checkout, "commit", "--quiet", "--allow-empty", "--message", message);
  await git(checkout, "push", "--quiet", "origin", "main");
}

/** Runs a job's scripts in a folder; resolves to what they printed and to their outputs. */
async function runJob(name: string, cwd: string, needed: Record<string, string>) {
  const { env = {}, steps } = jobs[name] as Job;
  await writeFile(at("output"), "");
  const evaluate = (text: unknown) =>
    String(text).replaceAll(/\$\{\{ (?:needs\.\w+\.outputs\.(\w+)|.*?) \}\}/g, (_, key) => needed[key] ?? "any");
  let log = "";
  for (const step of steps) {
    if (step.run === undefined) continue;
    const values = Object.entries({ ...env, ...step.env }).map(([key, value]) => [key, evaluate(value)]);
    const { exitCode, stdout, stderr } = await run("bash", ["-e", "-c", step.run], {
      cwd,
      env: {
        ...Object.fromEntries(values),
        PATH: [at("bin"), process.env.PATH].join(delimiter),
        PNPM: "pnpm",
        RUNNER_TEMP: at("temp"),
        GITHUB_OUTPUT: at("output"),
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
  const lines = (await readFile(at("output"), "utf8")).trim().split("\n");
  return { log, outputs: Object.fromEntries(lines.map((line) => line.split("="))) };
}

/** Plays the workflow for the tip of main; resolves to what each job that ran printed, the version, and the calls of gh. */
async function release() {
  await writeFile(at("gh.log"), "");
  const logs: Record<string, string> = {};
  let needed: Record<string, string> = {};
  for (const [name, job] of Object.entries(jobs)) {
    const [, key = "", value] = /^needs\.version\.outputs\.(\w+) == '(\w+)'$/.exec(job.if ?? "") ?? [];
    const isNeeded = [job.needs ?? []].flat().every((other) => other in logs);
    if (!isNeeded || (job.if && needed[key] !== value)) continue;
    const isUnprivileged = name === "version" || name === "build";
    const cwd = isUnprivileged ? checkout : await mkdtemp(at(`${name}-`));
    if (name === "propose") await git(folder, "clone", "--quiet", "origin.git", cwd);
    else if (!isUnprivileged) await cp(join(checkout, "tarballs"), join(cwd, "tarballs"), { recursive: true });
    const { log, outputs } = await runJob(name, cwd, needed);
    logs[name] = log;
    if (name !== "version") continue;
    needed = outputs;
    await git(checkout, "reset", "--quiet", "--hard");
  }
  return { jobs: Object.keys(logs), logs, version: needed.version ?? "", gh: await readFile(at("gh.log"), "utf8") };
}

let version = "";

it("proposes the next version in a pull request while there are changesets", async () => {
  const text = '---\n"@testsigma-tms/client": minor\n---\n\nCreates runs even faster.\n';
  await writeFile(join(checkout, ".changeset/quick-runs.md"), text);
  await push("feat: create runs even faster");

  const played = await release();

  version = played.version;
  expect(played.jobs).toEqual(["version", "propose"]);
  expect(played.gh).toContain(`pr create --base main --head release/next --title Release ${version}`);
  await git(checkout, "fetch", "--quiet", "origin");
  const { stdout: changes } = await git(checkout, "diff", "--unified=0", "main", "origin/release/next");
  const added = Object.fromEntries(
    changes.split("diff --git a/").map((file) => [file.split(" ")[0], file.match(/^\+[^+].*/gm)?.join("\n")]),
  );
  expect(added["packages/client/CHANGELOG.md"]).toMatch(new RegExp(`## ${version}.*Creates runs even faster\\.`, "s"));
  const manifests = publishedNames.map((name) => `${name.replace("@testsigma-tms/", "")}/package.json`);
  for (const file of [
    ...manifests.map((path) => (/^(spec|cli)\//.test(path) ? path : `packages/${path}`)),
    "spec/openapi.yaml",
    "cli/action/action.yml",
    "cli/recipes/without-node/gitlab-ci.yml",
    "examples/node-test/package.json",
    "examples/github-actions/.github/workflows/test.yml",
  ]) {
    expect(added[file], file).toContain(version);
  }
});

it("rejects a proposal that changes anything but manifests, changelogs and versions", async () => {
  const cwd = await mkdtemp(at("hostile-"));
  await git(folder, "clone", "--quiet", "origin.git", cwd);
  await appendFile(join(cwd, ".github/workflows/ci.yml"), "# more\n");
  await writeFile(at("temp/release.patch"), (await git(cwd, "diff")).stdout);
  await git(cwd, "reset", "--quiet", "--hard");

  await expect(runJob("propose", cwd, { version })).rejects.toThrow(".github/workflows/ci.yml\n::error::");
});

it("builds, publishes and tags the version once that is merged", async () => {
  await git(checkout, "merge", "--quiet", "origin/release/next");
  await push("chore: merge the release");

  const played = await release();

  expect(played.jobs).toEqual(["version", "build", "publish", "release"]);
  for (const name of publishedNames) expect(played.logs.publish).toContain(`+ ${name}@${version}\n`);
  expect(played.gh).toContain(`release create v${version} --target 0123abc`);
  const manifest = ["-xOf", "tarballs/testsigma-tms-client.tgz", "package/package.json"];
  const { stdout } = await succeed("tar", manifest, { cwd: checkout });
  const url = "git+https://github.com/kestrel-bikes/tms.git";
  expect(JSON.parse(stdout).repository).toEqual({ type: "git", url });
});

it("does nothing once the version is tagged", async () => {
  await git(checkout, "reset", "--quiet", "--hard");
  await git(checkout, "tag", `v${version}`);
  await push("docs: correct a sentence");

  expect(await release()).toMatchObject({ jobs: ["version"], version, gh: "" });
  expect((await git(checkout, "status", "--short")).stdout).toBe("");
});

it("rejects a version that is too low for the change of the API since the tag", async () => {
  const file = join(checkout, "spec/openapi.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^ {2}\/users:\n.*\n/m, ""));
  await writeFile(join(checkout, ".changeset/no-users.md"), '---\n"@testsigma-tms/spec": patch\n---\n\nNo users.\n');
  await push("feat(spec): remove the users");

  await expect(release()).rejects.toThrow(/version failed:.*minor bump/s);
});
