import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installTool } from "../install-tool.ts";
import { addCommands, managerEnvironment, type PackageManager, packageManagers } from "../package-managers.ts";
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
 * Publishes the packages as they are to a registry of this machine, installs them from it with every package manager into
 * an empty project, and runs the README's first example there.
 *
 * @param folder an empty folder for registry and projects
 * @returns what each project printed, or why it failed
 */
export async function dryRun(folder: string): Promise<{ installer: string; printed: string }[]> {
  // Verdaccio asks for node-fetch by the tag "cjs", which not every mirror of npm has; it is this version.
  const bin = await installTool({ verdaccio: "6.10.4" }, { overrides: { "node-fetch": "2.6.7" } });
  const registry = await startRegistry(join(bin, ".."), join(folder, "registry"));
  try {
    const token = `//${new URL(registry.url).host}/:_authToken`;
    // Any token will do; npm and pnpm publish nothing without one.
    await publish(["--registry", registry.url], { [`npm_config_${token}`]: "any" });
    const results: { installer: string; printed: string }[] = [];
    for (const manager of packageManagers) {
      const cwd = join(folder, manager.name.replaceAll(" ", "-"));
      results.push({ installer: manager.name, printed: await install(manager, cwd, registry.url) });
    }
    return results;
  } finally {
    await registry.close();
  }
}

async function install(manager: PackageManager, cwd: string, registry: string): Promise<string> {
  await mkdir(cwd);
  const { version } = readManifest(join(repository, "spec"));
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const scope = { npmScopes: { "testsigma-tms": { npmRegistryServer: registry } }, unsafeHttpWhitelist: ["127.0.0.1"] };
  const files = {
    "package.json": JSON.stringify({ name: "empty", version: "1.0.0", private: true }),
    // The other packages come from the registry that this machine uses. JSON is YAML.
    ".npmrc": `@testsigma-tms:registry=${registry}\n`,
    ".yarnrc.yml": JSON.stringify(scope),
    "example.mjs": example,
    "run-example.mjs": runExample,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  const env = { ...(await managerEnvironment(manager)), TESTSIGMA_API_KEY: "any-key" };
  const line = [addCommands[manager.program], ...publishedNames.map((name) => `${name}@${version}`)].join(" ");
  await succeed("bash", ["-c", line], { cwd, env });
  const result = await run("bash", ["-c", `${manager.node ?? "node"} run-example.mjs`], { cwd, env });
  return (result.stdout + result.stderr).trim();
}
