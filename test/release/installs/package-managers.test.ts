/** Installs each package alone, by the line that `pnpm tarballs` prints, and runs the first example of its README. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { oldestNode } from "../src/oldest-node.ts";
import { tarballName } from "../src/pack.ts";
import { addCommands, managerEnvironment, type PackageManager, packageManagers } from "../src/package-managers.ts";
import type { PublishedName } from "../src/published-packages.ts";
import { readBlocks } from "../src/readme/read-blocks.ts";
import { succeed } from "../src/run.ts";

interface Example {
  files: Record<string, string>;
  run: (manager: PackageManager) => string;
  /** A text that the output contains. */
  prints: string;
}

const [paths = { code: "" }] = await readBlocks("spec/README.md");
const [createRun = { code: "" }] = await readBlocks("packages/client/README.md");
const listUsers = `
import { createMockFetch } from "@testsigma-tms/mock";
const headers = { Authorization: "Bearer any-key" };
const { status } = await createMockFetch()("https://arcus.testsigma.com/api/v1/users", { headers });
console.log(status);
`;
const junit = '<testsuite><testcase name="DEMO-1 accepts a valid password"/></testsuite>';

const examples: Record<PublishedName, Example> = {
  "@testsigma-tms/spec": {
    files: { "example.mjs": paths.code },
    run: ({ node = "node" }) => `${node} example.mjs`,
    prints: "/projects/{project_id}/test_runs",
  },
  "@testsigma-tms/types": {
    files: { "example.mjs": `import "@testsigma-tms/types"; console.log(process.version)` },
    run: ({ node = "node" }) => `${node} example.mjs`,
    prints: `v${oldestNode}`,
  },
  "@testsigma-tms/client": {
    files: { "example.mjs": createRun.code },
    run: ({ node = "node" }) => `${node} example.mjs`,
    prints: "DEMO-R-",
  },
  // Its first example is a test for Vitest, which readmes.test.ts runs.
  "@testsigma-tms/mock": {
    files: { "example.mjs": listUsers },
    run: ({ exec, node = "node" }) => `${node} example.mjs && ${exec} testsigma-tms-mock --version`,
    prints: "200\n",
  },
  "@testsigma-tms/cli": {
    files: { "junit.xml": junit },
    run: ({ exec }) => `${exec} testsigma-tms report junit.xml --project DEMO --title Nightly 2>&1`,
    prints: '"Nightly" (closed)',
  },
};

const lines = Object.values(addCommands).map((words) => {
  return (
    inject("printed")
      .split("\n")
      .map((line) => line.trim())
      .find((line) => line.startsWith(words)) ?? `${words}: not printed`
  );
});

describe.each(packageManagers)("$name", (manager) => {
  it.each(Object.entries(examples))("installs %s", async (name, { files, run, prints }) => {
    const cwd = join(inject("folder"), `${manager.name} ${name}`.replaceAll(/\W+/g, "-"));
    await mkdir(cwd);
    for (const [file, text] of Object.entries({ "package.json": '{ "name": "bikes" }', ...files }))
      await writeFile(join(cwd, file), text);
    const mock = await startMock({ state: true });
    onTestFinished(() => mock.close());
    const env = { ...(await managerEnvironment(manager)), TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: mock.url };
    const install = lines.find((line) => line.startsWith(manager.program)) ?? "";

    await succeed("bash", ["-c", install.replace("testsigma-tms-client.tgz", tarballName(name))], {
      cwd,
      env,
    });
    const { stdout } = await succeed("bash", ["-c", run(manager)], { cwd, env });

    expect(stdout).toContain(prints);
  });
});
