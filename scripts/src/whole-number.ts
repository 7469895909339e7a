import { InvalidArgumentError } from "commander";

/** Returns a parser for the value of an option: a whole number from `least` to `most`. */
export function wholeNumber(least = 1, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    const limit = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`;
    throw new InvalidArgumentError(`Allowed: a whole number from ${least}${limit}.`);
  };
}
