import { closest, distance } from "fastest-levenshtein";

/** The maximum length of a name that is compared with others. */
const maxLength = 200;

/** Returns an end for a sentence, such as `; did you mean title?`, if a known name is similar; else an empty string. */
export function didYouMean(name: string, known: Iterable<string>): string {
  if (name.length > maxLength) return "";
  const near = [...known].filter((candidate) => distance(name, candidate) <= Math.max(2, name.length / 3));
  return near.length > 0 ? `; did you mean ${closest(name, near)}?` : "";
}

/** Returns the end of a sentence about an unknown name: the one that was meant, if it is similar, and all known ones. */
export function knownNames(name: string, known: readonly string[]): string {
  return `${didYouMean(name, known) || "."} Known: ${known.join(", ")}.`;
}

/** The maximum number of messages listed; further ones are only counted. */
export const maxListed = 20;

/** Returns the first messages, and how many more there are. */
export function listed(messages: string[]): string[] {
  const hidden = messages.length - maxListed;
  return hidden > 0 ? [...messages.slice(0, maxListed), `and ${hidden} more`] : messages;
}

export function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
