import { distance } from "fastest-levenshtein";

/** Returns `; did you mean …?` if one of the known words is close to a word; otherwise an empty text. */
export function didYouMean(text: unknown, known: readonly string[]): string {
  const word = String(text).toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, away: distance(word, candidate.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  return best && best.away <= Math.max(1, Math.floor(word.length / 3)) ? `; did you mean ${best.candidate}?` : "";
}
