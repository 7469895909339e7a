import { describeType } from "./describe-value.js";

const visibleAscii = /^[!-~]+$/;

/** Returns why a value cannot be the API key, without showing it; `undefined` if it can. */
export function findKeyMistake(key: unknown): string | undefined {
  if (typeof key !== "string") return `expected a string, got ${describeType(key)}`;
  if (key === "") return "the key is empty";
  if (/^bearer\s/i.test(key)) return 'give the key alone, without "Bearer " in front';
  if (/\s/.test(key)) return "the key contains a space or a line break; remove it with trim()";
  return visibleAscii.test(key) ? undefined : "the key contains characters that a header cannot hold";
}
