import { closest, distance } from "fastest-levenshtein";

/** Ends a sentence with `; did you mean title?` if a known name is close to the one that was given; else returns nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const near = [...known].filter((one) => distance(name, one) <= Math.max(2, name.length / 3));
  return near.length > 0 ? `; did you mean ${closest(name, near)}?` : "";
}
