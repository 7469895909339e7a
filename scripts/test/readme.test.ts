import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "@testsigma-tms/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
function read(path: string) {
  return readFile(join(root, path), "utf8");
}
function blocks(markdown: string, language: string) {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code);
}

const examples = await Promise.all(
  ["README.md", "packages/client/README.md"].map(async (path) =>
    blocks(await read(path), "ts").map((code, index) => ({ name: `${path}, block ${index + 1}`, code })),
  ),
);

describe("the examples of the READMEs", () => {
  // Below this package, so that its dependencies are found.
  let folder: string;
  beforeAll(async () => {
    await mkdir(join(root, "scripts/dist"), { recursive: true });
    folder = await mkdtemp(join(root, "scripts/dist/readme-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("are found", () => {
    expect(examples.map(({ length }) => length)).toEqual([1, 3]);
  });

  it.each(examples.flat())("$name, type-checks and runs against the mock", async ({ code }) => {
    await using mock = await startMock();
    await writeFile(join(folder, "example.ts"), code);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.base.json"),
        compilerOptions: { types: ["node"], noUnusedLocals: false },
      }),
    );
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]);
    const env = { ...process.env, TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: mock.url };
    const { stdout, stderr } = await run(process.execPath, [join(folder, "example.ts")], { env });
    expect(stderr).toBe("");
    if (code.includes("console.log(data.test_run.human_id)")) expect(stdout).toBe("DEMO-R-1\n");
  });
});

describe.each(["README.md", "CONTRIBUTING.md", "packages/client/README.md"])("%s", async (path) => {
  const markdown = await read(path);

  it("names commands that exist", async () => {
    const { scripts } = JSON.parse(await read("package.json")) as { scripts: Record<string, string> };
    const inCode = markdown.matchAll(/^npx -y pnpm@12 ([\w:]+)|`(?:npx -y )?pnpm(?:@12)? ([\w:]+)[^`\n]*`/gm);
    const inTable = markdown.split("## Commands")[1]?.matchAll(/^\| `([\w:]+)`/gm) ?? [];
    const named = [...inCode, ...inTable].map(([, first, second]) => first ?? second ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("links to what exists", () => {
    const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(resolve(root, dirname(path), target)))).toEqual([]);
  });
});
