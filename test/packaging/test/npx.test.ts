import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { repository } from "../src/published-packages.ts";
import { succeed } from "../src/run.ts";

/**
 * Matches a command that installs and runs a package at the start of a line, a quote or a shell command, and captures
 * the package.
 */
const runner =
  /(?:^|[`"'>]|-- |&& |: |\$ )\s*(?:npx|bunx|(?:pnpm|yarn) dlx|npm exec)((?: +-{1,2}[\w-]+(?:=\S+)?)*) +([@\w][^\s`'"<)]*)/gm;

/** Matches the packages that readers run; other unscoped names are free for anyone to register. */
const known = /^(@testsigma-tms\/(cli|mock)|@stoplight\/prism-cli|pnpm@\d[\d.]*|vitest|playwright|jest|cypress)$/;

function unknownPackages(text: string): string[] {
  return [...text.matchAll(runner)].map(([, , name = ""]) => name).filter((name) => !known.test(name));
}

const published = join(inject("folder"), "npm/node_modules/@testsigma-tms");
const { stdout } = await succeed("git", ["ls-files"], { cwd: repository });
const printed = /\.(md|ya?ml)$|^packages\/\w+\/(src|recipes|pages|action)\/|^(examples|spec|\.ci)\//;
const files = [
  ...readdirSync(published, { recursive: true, encoding: "utf8" }).map((file) => join(published, file)),
  ...stdout
    .split("\n")
    .filter((file) => printed.test(file))
    .map((file) => join(repository, file)),
].filter((file) => statSync(file).isFile());

it("no file that is published or printed runs an unscoped package that anyone could register", () => {
  const found = files.flatMap((file) =>
    unknownPackages(readFileSync(file, "utf8")).map((name) => `${file}: npx ${name}`),
  );

  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(200);
});

it.each(["npx testsigma report", "x: npx --yes testsigma-mock", "`bunx testsigma`", "run -- npx testsigma-tms run"])(
  "would find %s",
  (line) => {
    expect(unknownPackages(line)).toHaveLength(1);
  },
);
