import { closest, distance } from "fastest-levenshtein";

/** Returns an end for a sentence, such as `; did you mean title?`, if a known name is similar; else an empty string. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = [...known].filter((one) => distance(name, one) <= Math.max(2, name.length / 3));
  return near.length > 0 ? `; did you mean ${closest(name, near)}?` : "";
}
