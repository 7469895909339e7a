import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repository } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

/** Licences that ask for no more than their text. */
const permissive = ["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"];

it("every runtime dependency has a permissive licence", async () => {
  const { scripts } = JSON.parse(await readFile(join(repository, "package.json"), "utf8"));
  const [, ...args] = scripts["licences:list"].split(" ");

  const { stdout } = await succeed("pnpm", [...args, "--json"], { cwd: repository });

  const byLicence: Record<string, { name: string }[]> = JSON.parse(stdout);
  const others = Object.entries(byLicence).filter(([licence]) => !permissive.includes(licence));
  expect(Object.fromEntries(others)).toEqual({});
  expect(byLicence.MIT?.map(({ name }) => name)).toContain("openapi-fetch");
});
