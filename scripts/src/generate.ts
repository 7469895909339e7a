/** `pnpm generate`: writes the generated tables of Markdown files; with `--check`, fails if one is stale. */
import { readFile } from "node:fs/promises";
import { readSpec } from "@testsigma-tms/spec/reader";
import { prismDifferences } from "../../test/contract/src/targets/prism-differences.ts";
import { writeFiles } from "./write-generated.ts";

const { operations } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const tags = Map.groupBy(operations, ({ tag }) => tag);
const methods = [...tags].map(([tag, tagged]) => `| ${tag} | ${tagged.map(({ id }) => `\`${id}\``).join(", ")} |`);
const differences = prismDifferences.map((cells) => `| ${cells.join(" | ")} |`);
const tables = [
  {
    file: "packages/client/README.md",
    name: "operations",
    head: `| Tag | ${operations.length} methods |`,
    rows: methods,
  },
  {
    file: "packages/mock/PRISM.md",
    name: "prism-differences",
    head: "| | `prism mock` | This mock |",
    rows: differences,
  },
];

const pages = tables.map(async ({ file, name, head, rows }): Promise<[URL, string]> => {
  const page = new URL(`../../${file}`, import.meta.url);
  const text = await readFile(page, "utf8");
  const [before, after] = [text.split(`<!-- ${name} -->`)[0], text.split(`<!-- /${name} -->`)[1]];
  if (after === undefined) throw new Error(`${file} has no block from <!-- ${name} --> to <!-- /${name} -->.`);
  const line = head.replaceAll(/[^|]+/g, "---");
  const block = [`<!-- ${name} -->`, head, line, ...rows, `<!-- /${name} -->`].join("\n");
  return [page, before + block + after];
});
await writeFiles(await Promise.all(pages));
