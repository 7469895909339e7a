import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pack } from "../pack.ts";
import { addCommands, managerEnvironment, type PackageManager, packageManagers } from "../package-managers.ts";
import { repository } from "../published-packages.ts";
import { succeed } from "../run.ts";
import { publish, sourceRepository } from "./publish.ts";
import { requestSignature } from "./request-signature.ts";
import { startRegistry } from "./start-registry.ts";

/** A script that starts the installed mock and runs the README's first example against it. */
const runExample = `import { startMock } from "@testsigma-tms/mock";
const mock = await startMock();
process.env.TESTSIGMA_BASE_URL = mock.url;
await import("./example.mjs");
await mock.close();
`;

/**
 * Packs the packages, publishes them by the steps of the release workflow with provenance up to the signature, and without
 * it to a registry on this machine; installs client and mock from there with every package manager, and runs the README's
 * first example.
 *
 * @param folder an empty folder for registry, tarballs and projects
 * @returns the output of each project
 * @throws {Error} if npm does not get as far as the signature, or publishing fails
 */
export async function dryRun(folder: string): Promise<{ manager: string; printed: string }[]> {
  await mkdir(join(folder, "tarballs"));
  await pack(join(folder, "tarballs"), { GITHUB_REPOSITORY: await sourceRepository() });
  const { hosts, audiences, ...signed } = await requestSignature(folder);
  if (!hosts.includes("fulcio.sigstore.dev:443")) {
    throw new Error(`npm did not get as far as the signature:\n${signed.stdout}${signed.stderr}`);
  }
  console.log(`With tokens for ${audiences.join(" and ")}, npm asked ${hosts[0]} to sign, which was not let through.`);
  const registry = await startRegistry(join(folder, "registry"));
  try {
    // Any token is accepted, but npm does not publish without one.
    const token = `npm_config_//${new URL(registry.url).host}/:_authToken`;
    const env = { npm_config_registry: registry.url, [token]: "any", NPM_CONFIG_PROVENANCE: "false" };
    const { exitCode, stdout, stderr } = await publish(folder, env);
    if (exitCode !== 0) throw new Error(`Publishing failed:\n${stdout}${stderr}`);
    console.log(stdout);
    const results: { manager: string; printed: string }[] = [];
    for (const manager of packageManagers) {
      results.push({ manager: manager.name, printed: await install(manager, folder, registry.url) });
    }
    return results;
  } finally {
    await registry.close();
  }
}

async function install(manager: PackageManager, folder: string, registry: string): Promise<string> {
  const cwd = join(folder, manager.name.replaceAll(" ", "-"));
  await mkdir(cwd);
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const [, example = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  // Other packages come from the registry that this machine uses.
  const yarn4 = {
    npmScopes: { "testsigma-tms": { npmRegistryServer: registry } },
    unsafeHttpWhitelist: ["127.0.0.1"],
    // Yarn's cache would serve the same version of an earlier dry run.
    globalFolder: join(folder, "yarn"),
    // Yarn delays packages that were just published, unless they are approved.
    npmPreapprovedPackages: ["@testsigma-tms/*"],
  };
  const files = {
    "package.json": JSON.stringify({ name: "empty", version: "1.0.0", private: true }),
    ".npmrc": `@testsigma-tms:registry=${registry}\n`,
    ".yarnrc.yml": JSON.stringify(yarn4),
    "yarn.lock": "",
    "example.mjs": example,
    "run-example.mjs": runExample,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  const env = await managerEnvironment(manager);
  const add = `${addCommands[manager.program]} @testsigma-tms/client @testsigma-tms/mock`;
  await succeed("bash", ["-c", add], { cwd, env });
  const { stdout, stderr } = await succeed("bash", ["-c", `${manager.node ?? "node"} run-example.mjs`], {
    cwd,
    env: { ...env, TESTSIGMA_API_KEY: "any-key" },
  });
  return (stdout + stderr).trim();
}
