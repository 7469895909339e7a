import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Manifest } from "./published-packages.ts";

/**
 * The files of an installed package that can be reached from its exports and commands, by import, by type or by the map
 * of a type to its source. The compiler writes `.js` and `.d.ts` in pairs: the one that is reached brings the other.
 */
export function reachableFiles(folder: string, { exports, bin = {} }: Manifest): Set<string> {
  const entries = [...Object.values(exports).flatMap(leaves), ...Object.values(bin)];
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(join(folder, file))) return;
    found.add(file);
    const inFolderOf = (name: string) => posix.join(posix.dirname(file), name);
    if (file.endsWith(".map")) {
      const { sources }: { sources: string[] } = JSON.parse(readFileSync(join(folder, file), "utf8"));
      for (const source of sources) visit(inFolderOf(source));
    }
    if (!/\.(js|d\.ts)$/.test(file)) return;
    if (existsSync(join(folder, `${file}.map`))) visit(`${file}.map`);
    visit(file.endsWith(".d.ts") ? file.replace(/\.d\.ts$/, ".js") : file.replace(/\.js$/, ".d.ts"));
    for (const [, specifier] of readFileSync(join(folder, file), "utf8").matchAll(relativeImport)) {
      const imported = inFolderOf(specifier ?? "");
      visit(file.endsWith(".d.ts") ? imported.replace(/\.js$/, ".d.ts") : imported);
    }
  };
  for (const entry of entries) visit(posix.normalize(entry));
  return found;
}

function leaves(entry: string | Record<string, string>) {
  return typeof entry === "string" ? [entry] : Object.values(entry);
}

/** `from "./x.js"`, `import "./x.js"`, `import("./x.js")`, `new URL("./x.js"`. */
const relativeImport = /(?:from\s*|import\s*\(?\s*|new URL\(\s*)["'](\.{1,2}\/[^"']+)["']/g;
