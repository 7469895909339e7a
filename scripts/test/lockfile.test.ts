import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../src/repository.ts";

const lockfile = await readFile(join(repository, "pnpm-lock.yaml"), "utf8");

it("leaves the npm package node, which has no binary for musl, out on Alpine", () => {
  expect(lockfile).toMatch(/^ {2}node@[\d.]+:\n( {4}.+\n)* {4}libc: \[glibc\]$/m);
});

/** Packages that run on their own WebAssembly if they have no binary. */
const withoutNeed = ["yuku"];

it("has the binaries for every platform; else run: pnpm install --fix-lockfile", async () => {
  const withBinaries: string[] = [];
  const missing: string[] = [];
  for await (const file of glob("node_modules/.pnpm/*/node_modules/{*,@*/*}/package.json", { cwd: repository })) {
    const { name, optionalDependencies } = JSON.parse(await readFile(join(repository, file), "utf8"));
    if (withoutNeed.includes(name)) continue;
    if (optionalDependencies) withBinaries.push(name);
    const absent = Object.keys(optionalDependencies ?? {}).filter((binary) => !lockfile.includes(`${binary}@`));
    missing.push(...absent.map((binary) => `${name} → ${binary}`));
  }
  expect(withBinaries).toEqual(expect.arrayContaining(["turbo", "@biomejs/biome", "typescript"]));
  expect(missing).toEqual([]);
});
