import { maxLatency } from "../scenarios/read-preference.js";
import type { ServerOptions } from "./options.js";

type Check = { allowed: string; accepts(value: unknown): boolean };

const flag: Check = { allowed: "true or false", accepts: (value) => typeof value === "boolean" };
const text: Check = {
  allowed: "a text that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};
const integer = (from: number, to: number): Check => ({
  allowed: `an integer from ${from} to ${to}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
});
const object: Check = { allowed: "an object", accepts: (value) => typeof value === "object" && value !== null };

const checks: Record<keyof ServerOptions, Check> = {
  allowExternalRefs: flag,
  bodyLimit: integer(1, Number.MAX_SAFE_INTEGER),
  cors: flag,
  dynamic: flag,
  echo: flag,
  host: text,
  invalidRequestStatus: { allowed: "400 or 422", accepts: (value) => value === 400 || value === 422 },
  latency: integer(0, maxLatency),
  port: integer(0, 65_535),
  scenarios: object,
  seed: text,
  spec: {
    allowed: "a path, a URL or a parsed document",
    accepts: (value) => text.accepts(value) || object.accepts(value),
  },
};

/** Throws a `TypeError` that names the option, what was given and what is allowed. */
export function checkOptions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : undefined;
    if (!check) throw new TypeError(`Unknown option \`${name}\`. Known: ${Object.keys(checks).join(", ")}.`);
    if (value === undefined || check.accepts(value)) continue;
    throw new TypeError(`\`${name}\` must be ${check.allowed}; given: ${JSON.stringify(value) ?? String(value)}.`);
  }
}
