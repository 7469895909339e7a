import { maxLatency } from "../choose/read-preference.js";
import { didYouMean } from "../did-you-mean.js";
import { isObject } from "../http/json.js";
import type { StateOptions } from "../store/state-options.js";
import type { ServerOptions } from "./options.js";

interface Check {
  /** What is allowed, in words. */
  allowed: string;
  accepts(value: unknown): boolean;
}

const flag: Check = { allowed: "true or false", accepts: (value) => typeof value === "boolean" };
const text: Check = {
  allowed: "a text that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};
const integer = (from: number, to: number): Check => ({
  allowed: `an integer from ${from} to ${to}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
});
const isNames = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.every((name) => typeof name === "string"));

const checks: Record<keyof ServerOptions, Check> = {
  bodyLimit: integer(1, Number.MAX_SAFE_INTEGER),
  controlToken: text,
  cors: flag,
  host: text,
  invalidRequestStatus: { allowed: "400 or 422", accepts: (value) => value === 400 || value === 422 },
  latency: integer(0, maxLatency),
  port: integer(0, 65_535),
  scenarios: {
    allowed: 'an object of arrays of names, such as { createTestRun: ["rate_limited"] }',
    accepts: (value) => isObject(value) && Object.values(value).every(isNames),
  },
  seed: text,
  state: {
    allowed: "true, false or an object of options",
    accepts: (value) => flag.accepts(value) || isObject(value),
  },
};

const stateChecks: Record<keyof StateOptions, Check> = {
  casesAfterReads: integer(0, 1000),
  importAfterReads: integer(0, 1000),
  now: { allowed: "a function", accepts: (value) => typeof value === "function" },
  pages: { allowed: '"url" or "cursor"', accepts: (value) => value === "url" || value === "cursor" },
  rateLimit: integer(1, Number.MAX_SAFE_INTEGER),
  timestamps: {
    allowed: '"seconds" or "milliseconds"',
    accepts: (value) => value === "seconds" || value === "milliseconds",
  },
  unknownFilters: { allowed: '"ignore" or "reject"', accepts: (value) => value === "ignore" || value === "reject" },
};

/** Throws a `TypeError` that names the wrong option, its value and what is allowed. */
export function checkOptions(options: object): void {
  check(options, checks, "");
  const { state } = options as { state?: unknown };
  if (isObject(state)) check(state, stateChecks, "state.");
}

function check(options: object, known: Record<string, Check>, prefix: string): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!rule) {
      const names = Object.keys(known).map((key) => prefix + key);
      const hint = didYouMean(prefix + name, names) || ".";
      throw new TypeError(`Unknown option \`${prefix}${name}\`${hint} Known: ${names.join(", ")}.`);
    }
    if (value === undefined || rule.accepts(value)) continue;
    const text = JSON.stringify(value) ?? String(value);
    throw new TypeError(`\`${prefix}${name}\`: expected ${rule.allowed}, got ${text}.`);
  }
}
