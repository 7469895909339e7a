import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { repository } from "./repository.ts";

const scope = "@testsigma-tms/";

/** Creates `--filter`, which turns a package's name, with or without scope, into Turborepo's filter. */
export async function filterOption(description: string): Promise<Option> {
  const names: string[] = [];
  for await (const file of glob("{spec,cli,bench,scripts,{packages,test}/*}/package.json", { cwd: repository })) {
    names.push(JSON.parse(await readFile(join(repository, file), "utf8")).name.replace(scope, ""));
  }
  return new Option("--filter <package>", `${description} (may be repeated)`)
    .default([])
    .argParser((value: string, before: string[]) => [...before, toTurboFilter(value, names.sort())]);
}

/** Patterns such as `./test/*` are unchanged. */
function toTurboFilter(value: string, names: string[]): string {
  const name = value.replace(scope, "");
  if (names.includes(name)) return scope + name;
  if (/[.*!{[]/.test(value)) return value;
  const near = names.filter((other) => other.includes(value));
  const suggestion = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : `Allowed: ${names.join(", ")}.`;
  throw new InvalidArgumentError(`There is no such package. ${suggestion}`);
}
