import { maxLatency } from "../choose/read-preference.js";
import { isObject } from "../http/json.js";
import { knownNames } from "../messages.js";
import type { StateOptions } from "../store/state-options.js";
import type { ServerOptions } from "./options.js";

interface Check {
  /** What is allowed, in words. */
  allowed: string;
  accepts(value: unknown): boolean;
}

const oneOf = (...values: unknown[]): Check => ({
  allowed: values.map((value) => JSON.stringify(value)).join(" or "),
  accepts: (value) => values.includes(value),
});
const flag = oneOf(true, false);
const text: Check = {
  allowed: "a text that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};
const integer = (from: number, to: number): Check => ({
  allowed: `an integer from ${from} to ${to}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
});

const checks: Record<keyof ServerOptions, Check> = {
  bodyLimit: integer(1, Number.MAX_SAFE_INTEGER),
  controlToken: text,
  cors: flag,
  host: text,
  invalidRequestStatus: oneOf(400, 422),
  latency: integer(0, maxLatency),
  port: integer(0, 65_535),
  // The queue checks the names.
  scenarios: { allowed: "an object", accepts: isObject },
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
  pages: oneOf("url", "cursor"),
  rateLimit: integer(1, Number.MAX_SAFE_INTEGER),
  timestamps: oneOf("seconds", "milliseconds"),
  unknownFilters: oneOf("ignore", "reject"),
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
      throw new TypeError(`Unknown option \`${prefix}${name}\`${knownNames(prefix + name, names)}`);
    }
    if (value === undefined || rule.accepts(value)) continue;
    const text = JSON.stringify(value) ?? String(value);
    throw new TypeError(`\`${prefix}${name}\`: expected ${rule.allowed}, got ${text}.`);
  }
}
