import type { HttpInit } from "../openapi-fetch.js";
import { findKeyMistake } from "./api-key.js";
import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";
import { describeType, describeValue, isRecord } from "./describe-value.js";
import { isSafeUrl } from "./safe-url.js";
import { type HeadersOption, toHeaders } from "./to-headers.js";

/** Says what is wrong with the value of an option; `undefined` when nothing is. */
type OptionRule = (value: unknown) => string | undefined;
type OptionRules<Options> = { readonly [name in keyof Options]-?: OptionRule };

/** A rule by a predicate, which may throw for what is not allowed. */
export function rule(expected: string, isAllowed: (value: unknown) => boolean, describe = describeValue): OptionRule {
  return (value) => {
    try {
      if (isAllowed(value)) return undefined;
    } catch {}
    return `expected ${expected}, got ${describe(value)}`;
  };
}

/** A longer delay would overflow a timer, and fire at once. */
const longestDelayMs = 2 ** 31 - 1;

const isFunction = (value: unknown) => typeof value === "function";
const aFunction = rule("a function", isFunction);

const sharedRules = {
  timeout: rule(
    `milliseconds from 0 to ${longestDelayMs}`,
    (value) => typeof value === "number" && value >= 0 && value <= longestDelayMs,
  ),
  maxRetries: rule("a whole number from 0", (value) => Number.isInteger(value) && Number(value) >= 0),
  headers: rule(
    "valid header names and values, as an object, pairs or Headers",
    (value) => !!toHeaders(value as HeadersOption),
    describeType,
  ),
};

export const callOptionRules: OptionRules<CallOptions> = {
  signal: rule("an AbortSignal", (value) => isFunction(Object(value).throwIfAborted)),
  query: rule("an object of query parameters", isRecord),
  onResponse: aFunction,
  ...sharedRules,
};

export const httpOptionRules: OptionRules<Pick<HttpInit, "timeout" | "maxRetries" | "fetch"> & { signal: unknown }> = {
  ...callOptionRules,
  fetch: aFunction,
};

export const clientOptionRules: OptionRules<ClientOptions> = {
  // An empty key is reported as a missing one.
  apiKey: (value) => (isFunction(value) || value === "" ? undefined : findKeyMistake(value)),
  baseUrl: rule(
    "an https: URL (http: only on this machine) without user, query and hash",
    (value) => typeof value === "string" && isSafeUrl(new URL(value)) && !/[?#]/.test(value),
  ),
  fetch: aFunction,
  ...sharedRules,
  trustedHosts: rule(
    'host names, such as ["example.com"]',
    (value) =>
      Array.isArray(value) &&
      value.every((name) => !name.startsWith(".") && new URL(`https://${name}`).host === name.toLowerCase()),
    (value) => (Array.isArray(value) ? `[${value.map(describeValue)}]` : describeValue(value)),
  ),
  onRetry: aFunction,
  onAttempt: aFunction,
  maxResponseBytes: rule("a number of bytes", (value) => typeof value === "number" && value > 0),
  validation: aFunction,
};

/** Says which option is unknown or holds what is not allowed; `undefined` when all are well. */
export function findOptionMistake(options: unknown, rules: OptionRules<object>): string | undefined {
  if (!isRecord(options)) return `options: expected an object, got ${describeType(options)}`;
  for (const [name, value] of Object.entries(options)) {
    const find = Object.hasOwn(rules, name) && (rules as Record<string, OptionRule>)[name];
    if (!find) return `unknown option ${name}, known: ${Object.keys(rules).join(", ")}`;
    const mistake = value === undefined ? undefined : find(value);
    if (mistake) return `option ${name}: ${mistake}`;
  }
  return undefined;
}
