import { readFileSync } from "node:fs";

/** A public place that shows facts about the live service. */
export interface SourceOfFacts {
  /** The description of the place in Markdown, with links. */
  place: string;
  when: string;
  seen: string;
}

const row = /^\| `([\w-]+)` \| (.+) \| (.+) \| (.+) \|$/gm;

/** Reads the sources in `SOURCES.md`, by name. */
export function readSources(file: URL = new URL("../SOURCES.md", import.meta.url)): Record<string, SourceOfFacts> {
  const rows = readFileSync(file, "utf8").matchAll(row);
  return Object.fromEntries(
    [...rows].map(([, name = "", place = "", when = "", seen = ""]) => [name, { place, when, seen }]),
  );
}
