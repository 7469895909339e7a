import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { succeed } from "../src/run.ts";
import { typeCheck } from "../src/type-check.ts";

const cwd = join(inject("folder"), "npm");

/** The code blocks of one language in an installed package's README, each as a file of the consumer. */
async function writeBlocks(name: string, language: string, extension: string): Promise<string[]> {
  const text = await readFile(join(cwd, "node_modules", name, "README.md"), "utf8");
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    ([, code]) => code ?? "",
  );
  const files = blocks.map((_, index) => `readme-${name.replace(/\W/g, "")}-${index}${extension}`);
  await Promise.all(files.map((file, index) => writeFile(join(cwd, file), blocks[index] ?? "")));
  return files;
}

it("the README of @testsigma-tms/spec prints the paths", async () => {
  const [file = ""] = await writeBlocks("@testsigma-tms/spec", "js", ".mjs");

  const { stdout } = await succeed("node", [file], { cwd });

  expect(stdout).toContain("/projects/{project_id}/test_runs");
});

it.each(["5.4", "7"] as const)(
  "the README of @testsigma-tms/types type-checks with TypeScript %s alone",
  async (version) => {
    const files = await writeBlocks("@testsigma-tms/types", "ts", ".mts");

    expect(files).toHaveLength(1);
    const bare = { lib: ["es2022"], types: [], module: "nodenext", moduleResolution: "nodenext" };
    expect(await typeCheck(version, { readme: { files, options: bare } })).toEqual({ readme: "" });
  },
);
