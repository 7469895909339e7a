import { InvalidArgumentError } from "commander";

/** Returns a parser for the value of an option: a whole number from `min` to `max`. */
export function wholeNumber(min = 1, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    const limit = max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max}`;
    throw new InvalidArgumentError(`Allowed: a whole number from ${min}${limit}.`);
  };
}
