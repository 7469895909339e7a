import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import type { Manifest } from "./published-packages.ts";

/**
 * Returns the files of an installed package that can be reached from its exports and commands (by import, by type, or
 * from a declaration to its source), or by a link from its README. The compiler writes `.js` and `.d.ts` in pairs, so
 * reaching one of them reaches the other.
 */
export function reachableFiles(folder: string, { exports, bin = {} }: Manifest): Set<string> {
  const entries = [...Object.values(exports).flatMap(leaves), ...Object.values(bin)];
  const found = new Set<string>();
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const visit = (file: string) => {
    const stats = statSync(join(folder, file), { throwIfNoEntry: false });
    if (found.has(file) || !stats) return;
    found.add(file);
    if (stats.isDirectory()) for (const name of readdirSync(join(folder, file))) visit(posix.join(file, name));
    const inSameFolder = (path = "") => posix.join(posix.dirname(file), path);
    if (file.endsWith(".map")) {
      const { sources }: { sources: string[] } = JSON.parse(read(file));
      for (const source of sources) visit(inSameFolder(source));
    }
    if (!/\.(js|d\.ts)$/.test(file)) return;
    visit(file.endsWith(".d.ts") ? file.replace(/\.d\.ts$/, ".js") : file.replace(/\.js$/, ".d.ts"));
    const text = read(file);
    for (const [, specifier] of text.matchAll(relativeImport)) {
      const imported = inSameFolder(specifier);
      visit(file.endsWith(".d.ts") ? imported.replace(/\.js$/, ".d.ts") : imported);
    }
    for (const [, map] of text.matchAll(sourceMap)) visit(inSameFolder(map));
  };
  const links = [...read("README.md").matchAll(relativeLink)].map(([, link = ""]) => link);
  for (const entry of [...entries, ...links]) visit(posix.normalize(entry));
  return found;
}

function leaves(entry: string | Record<string, string>) {
  return typeof entry === "string" ? [entry] : Object.values(entry);
}

/** Matches `from "./x.js"`, `import "./x.js"`, `import("./x.js")` and `new URL("./x.js"`. */
const relativeImport = /(?:from\s*|import\s*\(?\s*|new URL\(\s*)["'](\.{1,2}\/[^"']+)["']/g;

const relativeLink = /\]\((?!\w+:|#|\.\.)([^)#]+)/g;

const sourceMap = /^\/\/# sourceMappingURL=(\S+)$/gm;
