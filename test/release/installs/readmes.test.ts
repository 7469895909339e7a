/** Runs every code block of every README as printed, in the order of the page. */
import { globSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "@testsigma-tms/scripts/repository";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { publishedNames } from "../src/published-packages.ts";
import { type Block, readBlocks } from "../src/readme/read-blocks.ts";
import { Reader } from "../src/readme/reader.ts";
import { npmInstall, run } from "../src/run.ts";

const folder = inject("folder");
const paths = globSync("{CONTRIBUTING,AGENTS,README,**/README}.md", {
  cwd: repository,
  exclude: ["**/node_modules/**", "**/fixtures/**"],
});
const readmes = await Promise.all(paths.map(async (path) => ({ path, blocks: await readBlocks(path) })));

/** Matches the commands of this repository in a block, which other tests run. */
const repositoryCommand = /^(?:\w+=\S+ )*(?:npx -y pnpm@12|pnpm) (?:exec \w+|([\w:]+)).*$/gm;

const isPublic = (path: string) =>
  /^(README|examples\/README|cli\/action\/README)/.test(path) ||
  publishedNames.some((name) => path.replace("packages/", "") === `${name.replace("@testsigma-tms/", "")}/README.md`);

/** The folder with the packages that a reader has installed, for READMEs without a line that installs them. */
const shared = join(folder, "with-packages");
beforeAll(async () => {
  await mkdir(shared);
  await npmInstall([...globSync(join(folder, "testsigma-tms/tarballs/*.tgz")), "vitest@5", "@types/node@24"], shared);
});

it("the TypeScript of the READMEs type-checks", async () => {
  const blocks = readmes.filter(({ path }) => isPublic(path)).flatMap((readme) => readme.blocks);
  const codes = blocks.filter(({ language, file }) => language === "ts" && !file).map(({ code }) => code);
  const files = codes.map((_, index) => `block-${index + 1}.mts`);
  await Promise.all(files.map((file, index) => writeFile(join(shared, file), codes[index] ?? "")));
  const options = { target: "es2022", module: "nodenext", moduleDetection: "force", types: ["node"] };
  const compilerOptions = { ...options, strict: true, noEmit: true };
  await writeFile(join(shared, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const compiler = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

  const { stdout } = await run(process.execPath, [compiler], { cwd: shared });

  expect(codes.length).toBeGreaterThan(5);
  expect(stdout).toBe("");
});

it("every example in a doc comment of the client runs", async () => {
  const declarations = globSync("node_modules/@testsigma-tms/client/dist/*.d.ts", { cwd: shared });
  const texts = await Promise.all(declarations.map((file) => readFile(join(shared, file), "utf8")));
  const examples = texts.flatMap((text) =>
    [...text.matchAll(/^ \* @example\n((?: \* (?!@).*\n)+)/gm)].map(([, code = ""]) => code.replaceAll(/^ \* /gm, "")),
  );
  const reader = await Reader.start(shared);
  await reader.startMock();
  // The documented examples never show the test cases that this one waits for; tests of the client do.
  for (const example of examples.filter((text) => !text.includes("waitForRunCases("))) {
    // Their project has another prefix.
    const code = example.replaceAll('"DEMO"', '"HCP"');
    await reader.follow({ ...shellBlock(`${beforeExample}{\n${code}}`), language: "ts" });
  }
  await reader.stop();
  expect(examples.length).toBeGreaterThan(8);
});

/** What an example in a doc comment may use without saying where it comes from. */
const beforeExample = `import { createClient, findProject, pace, paginate, waitForImport, waitForRunCases } from "@testsigma-tms/client";
import { createFetch, createHttpClient } from "@testsigma-tms/client/http";
import { validation } from "@testsigma-tms/client/validation";
const testsigma = createClient();
const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const test_run_id = "7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9";
const junit_xml = "<testsuites/>";
`;

describe.each(readmes.filter(({ blocks }) => blocks.length > 0))("$path", ({ path, blocks }) => {
  const shell = blocks.filter(({ language }) => language === "sh").map(({ code }) => code);
  const isExamples = path.startsWith("examples");
  // The first example often comes before the line that installs its packages.
  const installs = (!isExamples && shell.join("").match(/^npm (?:install|init) .*$/gm)) || [];
  let reader: Reader;
  beforeAll(async () => {
    if (!isPublic(path)) {
      reader = await Reader.start(join(repository, dirname(path)));
      return;
    }
    const cwd = isExamples
      ? join(folder, "testsigma-tms")
      : join(installs.length > 0 ? folder : shared, path.replaceAll(/\W/g, "-"));
    await mkdir(cwd, { recursive: true });
    reader = await Reader.start(cwd);
    for (const line of installs) await reader.follow(shellBlock(line));
    // If the README does not start a mock itself, one serves the documented examples.
    if (!shell.some((code) => /^npx @testsigma-tms\/mock/m.test(code))) await reader.startMock();
  });
  afterAll(() => reader?.stop());

  it.each(blocks)("$language block in line $line", async (block) => {
    if (block.language !== "sh") return reader.follow(block);
    const rest = block.code.replaceAll(repositoryCommand, "").replaceAll(/^cd test\/\w+$/gm, "");
    await reader.follow({ ...block, code: rest });
  });

  const tests = blocks.flatMap(({ file }) => (file && /\.test\.|^test_/.test(file) ? [file] : []));
  it.each(shell.some((code) => code.includes("vitest")) ? [] : tests)("%s passes", async (file) => {
    await reader.follow(
      shellBlock(file.endsWith(".py") ? `python3 -m unittest ${file.replace(".py", "")}` : `npx vitest run ${file}`),
    );
  });
});

function shellBlock(code: string): Block {
  return { line: 0, language: "sh", code, exitCode: 0 };
}
