import { existsSync, globSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { startMock } from "@testsigma-tms/mock";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = repository;
function read(path: string) {
  return readFile(join(root, path), "utf8");
}
function blocks(markdown: string, language: string) {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code);
}

const examples = await Promise.all(
  ["README.md", "packages/client/README.md"].map(async (path) =>
    blocks(await read(path), "ts").map((code, index) => ({
      name: `${path}, block ${index + 1}`,
      file: `${path.replace(/\W/g, "-")}-${index + 1}.ts`,
      code,
    })),
  ),
);

describe("the examples of the READMEs", () => {
  // The folder is below this package, so that its dependencies are found.
  let folder: string;
  let typeErrors: string;
  beforeAll(async () => {
    await mkdir(join(root, "scripts/dist"), { recursive: true });
    folder = await mkdtemp(join(root, "scripts/dist/readme-"));
    for (const { file, code } of examples.flat()) await writeFile(join(folder, file), code);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.base.json"),
        // Each block is a separate program, even if it imports nothing.
        compilerOptions: { types: ["node"], noUnusedLocals: false, moduleDetection: "force" },
      }),
    );
    // Compiles all blocks at once, because a compiler spends most of its time on the declarations that they share.
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    typeErrors = (await x(process.execPath, [tsc, "-p", "."], { nodeOptions: { cwd: folder } })).stdout;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are found", () => {
    expect(examples.map(({ length }) => length)).toEqual([1, expect.any(Number)]);
    expect(examples[1]).not.toEqual([]);
  });

  it("type-check together", () => {
    expect(typeErrors).toBe("");
  });

  it.each(examples.flat())("$name, type-checks and runs against the mock", async ({ file, code }) => {
    expect(typeErrors.split("\n").filter((line) => line.startsWith(file))).toEqual([]);
    await using mock = await startMock();
    const env = { TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: mock.url };
    const { stdout, stderr } = await x(process.execPath, [join(folder, file)], { nodeOptions: { env } });
    expect(stderr).toBe("");
    if (code.includes("console.log(data.test_run.human_id)")) expect(stdout).toBe("DEMO-R-1\n");
  });
});

describe.each(["README.md", "CONTRIBUTING.md", "packages/client/README.md"])("%s", async (path) => {
  const markdown = await read(path);

  it("names commands that exist", async () => {
    const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
    const inCode = markdown.matchAll(/^npx -y pnpm@12 ([\w:-]+)|`(?:npx -y )?pnpm(?:@12)? ([\w:-]+)[^`\n]*`/gm);
    const inTable = markdown.split("## Commands")[1]?.matchAll(/^\| `([\w:-]+)[^`]*`/gm) ?? [];
    const named = [...inCode, ...inTable].map(([, first, second]) => first ?? second ?? "");
    // Names that are not scripts of the root are pnpm commands or installed programs.
    const others = ["-C", "changeset", "exec", "dlx", "install"];
    expect(named.filter((name) => !(name in scripts) && !others.includes(name))).toEqual([]);
  });

  it("links to what exists", () => {
    const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(resolve(root, dirname(path), target)))).toEqual([]);
  });
});

it("every README with an install line says that the packages are not on npm yet, and links to what works", async () => {
  const readmes = globSync("{,spec/,bench/,examples/**/,{packages,test}/*/,packages/cli/action/}README.md", {
    cwd: root,
    exclude: ["**/node_modules/**"],
  });
  expect(readmes).toContain("README.md");
  const texts = await Promise.all(readmes.map(async (path) => ({ path, text: await read(path) })));
  const unnoted = texts
    .filter(({ text }) => /\b(npm (i|install)|pnpm add|yarn add|bun add)\b[^\n]*@testsigma-tms\//.test(text))
    .filter(({ text }) => !(text.includes("not on npm yet") && text.includes("#use-it-in-your-project")))
    .map(({ path }) => path);
  expect(unnoted).toEqual([]);
});
