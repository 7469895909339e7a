import { maxLatency } from "../choose/read-preference.js";
import type { ScenarioSequences } from "../choose/scenarios.js";
import { isObject } from "../http/json.js";
import { knownNames } from "../messages.js";
import type { StateOptions } from "../store/state-options.js";

/** Options of a mock. A wrong option throws a `TypeError` that names it and what is allowed. */
export interface MockOptions {
  /** Makes identifiers repeatable: the same seed gives the same ones. */
  seed?: string | undefined;
  /**
   * Remembers what requests create, change and delete, starting from a small made-up project. Without it, every request
   * gets its documented example, regardless of earlier requests. @default false
   */
  state?: boolean | StateOptions | undefined;
  /** Minimum response time of an operation, in milliseconds, up to 60,000. @default 0 */
  latency?: number | undefined;
  /**
   * Status for a request that does not match the spec: 422 as documented, or 400 as observed on the live
   * service. @default 422
   */
  invalidRequestStatus?: 400 | 422 | undefined;
  /** Maximum size of a request body, in bytes; a larger one gets 413. @default 1 MiB, and 25 MiB for forms */
  bodyLimit?: number | undefined;
  /**
   * Lets web pages of any origin call the mock (`Access-Control-Allow-Origin: *`, no credentials). Without it, only pages
   * of this machine can. @default false
   */
  cors?: boolean | undefined;
  /**
   * Scenarios to play for an operation's next requests, in this order; after them, the default response. A request that
   * is rejected, or whose `Prefer` header names an example or a status, does not use one up.
   *
   * @example { createTestRun: ["rate_limited", "created"] }
   */
  scenarios?: ScenarioSequences | undefined;
}

/** Options of `startMock`. A wrong option throws a `TypeError` that names it and what is allowed. */
export interface ServerOptions extends MockOptions {
  /** Port to listen on; 0 picks a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default "127.0.0.1" (this machine only) */
  host?: string | undefined;
  /**
   * Lets other machines control the mock under `/__mock/` if they send this token as `Authorization: Bearer <token>`.
   * Without it, only this machine can.
   */
  controlToken?: string | undefined;
}

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
