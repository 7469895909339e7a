import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";

const scope = "@testsigma-tms/";

/** Returns the names of the packages in the workspace, sorted. */
export async function packageNames(root: string): Promise<string[]> {
  const names: string[] = [];
  for await (const file of glob("{spec,bench,scripts,{packages,test}/*}/package.json", { cwd: root })) {
    names.push(JSON.parse(await readFile(join(root, file), "utf8")).name);
  }
  return names.sort();
}

/** Returns Turborepo's filter for a package name with or without scope; patterns such as `./test/*` are unchanged. */
export function toTurboFilter(value: string, names: string[]): string {
  const meant = [value, `${scope}${value}`].find((name) => names.includes(name));
  if (meant) return meant;
  if (/[.*!{[]/.test(value)) return value;
  const near = names.filter((name) => name.includes(value)).map((name) => name.replace(scope, ""));
  const suggestion = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "";
  const all = names.map((name) => name.replace(scope, "")).join(", ");
  throw new InvalidArgumentError(`There is no such package. ${suggestion || `Allowed: ${all}.`}`);
}
