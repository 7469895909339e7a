import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { publishedNames, readManifest, repository } from "../../src/published-packages.ts";
import { prepareRelease } from "../../src/release/prepare-release.ts";
import { succeed } from "../../src/run.ts";

const folders = publishedNames
  .map((name) => name.replace("@testsigma-tms/", ""))
  .map((name) => (name === "spec" ? name : `packages/${name}`));

/** A copy of what a release reads and writes, with one changeset of each given bump of the client. */
async function copyWorkspace(name: string, bumps: string[]): Promise<string> {
  const root = join(inject("folder"), "release", name);
  await mkdir(join(root, ".changeset"), { recursive: true });
  const files = [
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ".changeset/config.json",
    "spec/openapi.yaml",
    "packages/cli/action/action.yml",
    "examples",
  ];
  for (const file of [...files, ...folders.map((folder) => `${folder}/package.json`)]) {
    await cp(join(repository, file), join(root, file), { recursive: true });
  }
  for (const bump of bumps) {
    const text = `---\n"@testsigma-tms/client": ${bump}\n---\n\nClient change (${bump}).\n`;
    await writeFile(join(root, `.changeset/${bump}.md`), text);
  }
  await succeed("git", ["init", "--quiet"], { cwd: root });
  return root;
}

const versions = (root: string) => folders.map((folder) => readManifest(join(root, folder)).version);

it("gives every package the version that the largest changeset asks for, and the spec too", async () => {
  const root = await copyWorkspace("fixed", ["patch", "minor"]);

  const version = await prepareRelease(root);

  expect(version).toMatch(/^\d+\.\d+\.0$/);
  expect(versions(root)).toEqual(folders.map(() => version));
  expect(await readFile(join(root, "spec/openapi.yaml"), "utf8")).toContain(`\n  version: ${version}\n`);
  expect(await readFile(join(root, "packages/client/CHANGELOG.md"), "utf8")).toContain("Client change (minor).");
});

it("lets the examples and the action use the new version", async () => {
  const root = await copyWorkspace("references", ["minor"]);

  const version = await prepareRelease(root);

  const example = readManifest(join(root, "examples/node-test"));
  expect(example).toHaveProperty(["devDependencies", "@testsigma-tms/mock"], `^${version}`);
  expect(await readFile(join(root, "packages/cli/action/action.yml"), "utf8")).toContain(`    default: ${version}\n`);
  const workflow = await readFile(join(root, "examples/github-actions/.github/workflows/test.yml"), "utf8");
  expect(workflow).toContain(`/packages/cli/action@v${version}\n`);
});

it("raises the version as far as the API's changes demand, and writes them into the spec's changelog", async () => {
  const root = await copyWorkspace("api-change", ["patch"]);
  const since = readManifest(join(root, "spec")).version;
  const markdown = "- **breaking** `/racks`: removed";

  const version = await prepareRelease(root, { since, bump: "major", markdown });

  expect(version).toMatch(/^[1-9]\d*\.0\.0$/);
  expect(await readFile(join(root, "spec/CHANGELOG.md"), "utf8")).toContain("  - **breaking** `/racks`: removed");
});

it("releases nothing without a changeset and a change of the API", async () => {
  const root = await copyWorkspace("nothing", []);
  const before = versions(root);

  await prepareRelease(root, { since: before[0] ?? "", bump: "none", markdown: "" });

  expect(versions(root)).toEqual(before);
});

it("does not count the API's changes again while the release that has them is not published yet", async () => {
  const root = await copyWorkspace("unpublished", []);
  const before = versions(root);

  await prepareRelease(root, { since: "0.0.0-older", bump: "minor", markdown: "- **new** `/racks`: added" });

  expect(versions(root)).toEqual(before);
});
