import { existsSync, globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";

const root = repository;
function read(path: string) {
  return readFile(join(root, path), "utf8");
}
/**
 * Matches a runner at the start of a line, a quote or a shell command, unless it runs a package that is ours or known: anyone
 * can register an unscoped name, and it would run with the API key.
 */
const unscoped =
  /(?:^|[`"'>]|-- |&& |: |\$ )\s*(?:npx|bunx|(?:pnpm|yarn) dlx|npm exec)(?: +-{1,2}[\w-]+(?:=\S+)?)* +(?!(?:@testsigma-tms\\?\/(?:cli|mock)|@stoplight\/prism-cli|pnpm@\d[\d.]*|vitest|playwright|jest|cypress)(?![\w./-]))[@\w][^\s`'"<)]*/m;

it("finds an unscoped package", () => {
  const lines = [
    "npx testsigma report",
    "x: npx --yes testsigma-mock",
    "`bunx testsigma`",
    "run -- npx testsigma-tms run",
  ];
  expect(lines.filter((line) => !unscoped.test(line))).toEqual([]);
});

it("no README, recipe, help or message tells to run an unscoped package", async () => {
  const files = globSync(
    ["{README,CONTRIBUTING,AGENTS}.md", "{.github,.ci,spec,packages,cli,test,bench,examples,scripts}/**"],
    {
      cwd: root,
      exclude: ["**/{node_modules,dist,reports,fixtures,generated,.turbo}/**", "scripts/test/**"],
    },
  ).filter((file) => /\.(md|[cm]?[jt]s|ya?ml)$|^\.ci\/|\/recipes\/.*\w$/.test(file));
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await read(file).catch(() => "") })));
  expect(files).toEqual(expect.arrayContaining(["README.md", join(".github/workflows/ci.yml")]));
  expect(texts.flatMap(({ file, text }) => unscoped.exec(text)?.[0].trim().concat(` in ${file}`) ?? [])).toEqual([]);
});

const readmes = globSync("{README,CONTRIBUTING,AGENTS,.github/SECURITY,**/README}.md", {
  cwd: root,
  exclude: ["**/node_modules/**", "**/fixtures/**"],
});

it("finds the READMEs", () => {
  expect(readmes).toEqual(expect.arrayContaining(["README.md", "AGENTS.md", "cli/README.md"]));
});

describe.each(readmes)("%s", async (path) => {
  const markdown = await read(path);

  it("names commands that exist", async () => {
    const scripts = [...(await scriptsOf(".")), ...(await scriptsOf(dirname(path)))];
    const inCode = markdown.matchAll(/^npx -y pnpm@12 ([\w:-]+)|`(?:npx -y )?pnpm(?:@12)? ([\w:-]+)[^`\n]*`/gm);
    const inTable = path === "README.md" ? markdown.matchAll(/^\| `([\w:-]+)[^`]*`/gm) : [];
    const named = [...inCode, ...inTable].map(([, first, second]) => first ?? second ?? "");
    // Names that are not scripts are pnpm commands or installed programs.
    const others = ["-C", "-r", "add", "audit", "changeset", "dlx", "exec", "install", "licenses", "pack", "vitest"];
    expect(named.filter((name) => !scripts.includes(name) && !others.includes(name))).toEqual([]);
  });

  it("links to what exists", () => {
    const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(resolve(root, dirname(path), target)))).toEqual([]);
  });

  it("says that the packages are not on npm yet, and links to what works, if it has a line that installs them", () => {
    const installs = /\b(npm (i|install)|pnpm add|yarn add|bun add)\b[^\n]*@testsigma-tms\//.test(markdown);
    if (installs) expect(markdown).toMatch(/not on npm yet.*#use-it-in-your-project/s);
  });
});

async function scriptsOf(folder: string): Promise<string[]> {
  const manifest = await read(join(folder, "package.json")).catch(() => "{}");
  return Object.keys(JSON.parse(manifest).scripts ?? {});
}
