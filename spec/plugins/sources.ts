import { readFileSync } from "node:fs";

/** A public place where statements about the live service are known from. */
export interface SourceOfFacts {
  /** In Markdown, with links. */
  place: string;
  when: string;
  seen: string;
}

const row = /^\| `([\w-]+)` \| (.+) \| (.+) \| (.+) \|$/gm;

/** Reads the sources of `SOURCES.md`, by their names. */
export function readSources(file: URL = new URL("../SOURCES.md", import.meta.url)): Record<string, SourceOfFacts> {
  const rows = readFileSync(file, "utf8").matchAll(row);
  return Object.fromEntries(
    [...rows].map(([, name = "", place = "", when = "", seen = ""]) => [name, { place, when, seen }]),
  );
}
