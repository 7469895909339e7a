import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Installer, installers, installTools } from "../installers.ts";
import { publishedNames, readManifest, repository } from "../published-packages.ts";
import { run, succeed } from "../run.ts";
import { publish } from "./publish.ts";
import { startRegistry } from "./start-registry.ts";

/** Starts the installed mock, and runs the README's first example against it. */
const runExample = `import { startMock } from "@testsigma-tms/mock";
const mock = await startMock();
process.env.TESTSIGMA_BASE_URL = mock.url;
await import("./example.mjs");
await mock.close();
`;

/**
 * Publishes the packages as they are to a registry of this machine, installs them from it with every installer into an
 * empty project, and runs the README's first example there.
 *
 * @param folder an empty folder for registry and projects
 * @param tools where yarn, Bun and Verdaccio are kept for the next time
 * @returns what each installer's project printed, or why it failed
 */
export async function dryRun(folder: string, tools: string): Promise<{ installer: string; printed: string }[]> {
  const installed = await installTools(tools, ["yarn", "bun", "verdaccio"]);
  const registry = await startRegistry(installed, join(folder, "registry"));
  try {
    const token = `//${new URL(registry.url).host}/:_authToken`;
    // Any token will do; npm and pnpm publish nothing without one.
    await publish(["--registry", registry.url], { [`npm_config_${token}`]: "any" });
    const results: { installer: string; printed: string }[] = [];
    for (const installer of installers(installed, process.execPath)) {
      results.push({
        installer: installer.name,
        printed: await install(installer, join(folder, installer.name), registry.url),
      });
    }
    return results;
  } finally {
    await registry.close();
  }
}

async function install({ program, args }: Installer, cwd: string, registry: string): Promise<string> {
  await mkdir(cwd);
  const { version } = readManifest(join(repository, "spec"));
  const dependencies = Object.fromEntries(publishedNames.map((name) => [name, version]));
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const files = {
    "package.json": JSON.stringify({ name: "empty", version: "1.0.0", private: true, dependencies }),
    // The other packages come from the registry that this machine uses.
    ".npmrc": `@testsigma-tms:registry=${registry}\n`,
    "example.mjs": example,
    "run-example.mjs": runExample,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  await succeed(program, args, { cwd });
  const result = await run(process.execPath, ["run-example.mjs"], { cwd, env: { TESTSIGMA_API_KEY: "any-key" } });
  return (result.stdout + result.stderr).trim();
}
