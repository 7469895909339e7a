import { closest, distance } from "fastest-levenshtein";

/** The maximum length of a name that is compared with others. */
const maxLength = 200;

/** Returns an end for a sentence, such as `; did you mean title?`, if a known name is similar; else an empty string. */
export function didYouMean(name: string, known: Iterable<string>): string {
  if (name.length > maxLength) return "";
  const near = [...known].filter((candidate) => distance(name, candidate) <= Math.max(2, name.length / 3));
  return near.length > 0 ? `; did you mean ${closest(name, near)}?` : "";
}
