import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "@testsigma-tms/scripts/repository";
import { inject } from "vitest";
import { npmInstall } from "./run.ts";

/** Copies an example out of the repository and installs it, as `examples/README.md` says. */
export async function installExample(name: string): Promise<string> {
  const cwd = join(inject("folder"), "examples", name);
  await cp(join(repository, "examples", name), cwd, { recursive: true });
  const tarballs = join(inject("folder"), "testsigma-tms/tarballs");
  const needed = (await readdir(tarballs)).filter((file) => /-(client|mock|types|spec)\.tgz$/.test(file));
  await npmInstall(
    needed.map((file) => join(tarballs, file)),
    cwd,
  );
  return cwd;
}
