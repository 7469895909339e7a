import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { json } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { repository } from "@testsigma-tms/scripts/repository";
import { expect, inject, it } from "vitest";
import { parse } from "yaml";
import { bundledPackages } from "./src/list-licences.ts";
import { run } from "./src/run.ts";

const read = (file: string) => readFile(join(repository, file), "utf8");
const { jobs } = parse(await read(".github/workflows/security.yml"));

/** The packages whose bundles contain other packages. */
const bundling = ["packages/mock", "cli"];
const bundled = bundling.flatMap((folder) =>
  bundledPackages(join(inject("folder"), "npm/node_modules/@testsigma-tms", basename(folder))),
);

/** Runs the audit of the workflow against a registry on this machine that knows one advisory. */
async function audit(vulnerable: string) {
  const asked: Record<string, string[]> = {};
  await using registry = createServer(async (request, response) => {
    const isZipped = request.headers["content-encoding"] === "gzip";
    Object.assign(asked, await json(isZipped ? request.pipe(createGunzip()) : request));
    const advisory = {
      id: 1,
      url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
      title: "Planted",
      severity: "moderate",
    };
    const more = { vulnerable_versions: "<1000", cwe: [], cvss: { score: 5, vectorString: null } };
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(vulnerable in asked ? { [vulnerable]: [{ ...advisory, ...more }] } : {}));
  }).listen(0, "127.0.0.1");
  await once(registry, "listening");
  const { port } = registry.address() as AddressInfo;
  const command: string = jobs.audit.steps.at(-1).run;
  const result = await run("bash", ["-c", command.replace('npx -y "$PNPM"', "pnpm")], {
    cwd: repository,
    env: { PNPM_CONFIG_REGISTRY: `http://127.0.0.1:${port}/` },
  });
  return { ...result, asked };
}

it("the audit asks about everything that is in a bundle, by its version", async () => {
  const { asked, exitCode } = await audit("no-such-package");

  expect(bundled.length).toBeGreaterThan(15);
  expect(bundled.filter(({ name, version }) => !asked[name]?.includes(version))).toEqual([]);
  expect(exitCode).toBe(0);
});

it("the audit fails for a vulnerable library that is bundled", async () => {
  const { stdout, exitCode } = await audit("ajv");

  expect(stdout).toMatch(/moderate.*Planted.*ajv/s);
  expect(exitCode).toBe(1);
});

it("the review of a pull request looks at devDependencies, which bundled libraries are", () => {
  const review = jobs["dependency-review"].steps.at(-1).with;

  expect(review["fail-on-scopes"].split(", ")).toContain("development");
});

it("Renovate updates what is bundled one by one", async () => {
  const { packageRules } = JSON.parse(await read(".github/renovate.json"));
  const grouped = packageRules.filter((rule: { groupName?: string }) => rule.groupName === "tools");

  expect(grouped).toHaveLength(1);
  expect(grouped[0].matchFileNames).toEqual(["**", ...bundling.map((folder) => `!${folder}/package.json`)]);
});
