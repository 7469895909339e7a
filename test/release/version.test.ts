import { cp, mkdir, mkdtempDisposable, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { publishedNames, readManifest, repository } from "./src/published-packages.ts";
import { succeed } from "./src/run.ts";
import { writeVersion } from "./src/write-version.ts";

const changesets = join(dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")), "bin.js");
const folders = publishedNames
  .map((name) => name.replace("@testsigma-tms/", ""))
  .map((name) => (["spec", "cli"].includes(name) ? name : `packages/${name}`));

it("changesets and write-version give the packages, the spec, the examples and the action one version", async () => {
  await using copy = await mkdtempDisposable(join(tmpdir(), "version-"));
  const root = copy.path;
  await mkdir(join(root, ".changeset"));
  const files = [
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ".changeset/config.json",
    "spec/openapi.yaml",
    "cli/action/action.yml",
    "cli/recipes",
    "examples",
  ];
  for (const file of [...files, ...folders.map((folder) => `${folder}/package.json`)]) {
    await cp(join(repository, file), join(root, file), { recursive: true });
  }
  for (const bump of ["patch", "minor"]) {
    const text = `---\n"@testsigma-tms/client": ${bump}\n---\n\nClient change (${bump}).\n`;
    await writeFile(join(root, `.changeset/${bump}.md`), text);
  }
  await succeed("git", ["init", "--quiet"], { cwd: root });

  await succeed(process.execPath, [changesets, "version"], { cwd: root });
  const { version } = readManifest(join(root, "spec"));
  await writeVersion(root, version);

  const read = (file: string) => readFile(join(root, file), "utf8");
  expect(version).toMatch(/^\d+\.\d+\.0$/);
  expect(folders.map((folder) => readManifest(join(root, folder)).version)).toEqual(folders.map(() => version));
  expect(await read("packages/client/CHANGELOG.md")).toContain("Client change (minor).");
  expect(await read("spec/openapi.yaml")).toContain(`\n  version: ${version}\n`);
  expect(readManifest(join(root, "examples/node-test"))).toHaveProperty(
    ["devDependencies", "@testsigma-tms/mock"],
    `^${version}`,
  );
  expect(await read("cli/recipes/without-node/Jenkinsfile")).toContain(`@testsigma-tms/cli@${version}'\n`);
  expect(await read("cli/action/action.yml")).toContain(`    default: ${version}\n`);
  expect(await read("examples/github-actions/.github/workflows/test.yml")).toContain(`/cli/action@v${version}\n`);
});
