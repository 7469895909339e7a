import { findKeyMistake } from "./api-key.js";
import type { CallOptions } from "./call-options.js";
import type { ClientOptions } from "./client-options.js";
import { describeType, describeValue, isRecord } from "./describe-value.js";
import { isSafeUrl } from "./safe-url.js";
import { type HeadersOption, toHeaders } from "./to-headers.js";

/** Returns what is wrong with the value of an option; `undefined` if nothing is. */
export type OptionRule = (value: unknown) => string | undefined;
export type OptionRules<Options> = { readonly [name in keyof Options]-?: OptionRule };

/** Creates a rule from a predicate, which may also throw for a value that is not allowed. */
function rule(expected: string, isAllowed: (value: unknown) => boolean, describe = describeValue): OptionRule {
  return (value) => {
    try {
      if (isAllowed(value)) return undefined;
    } catch {}
    return `expected ${expected}, got ${describe(value)}`;
  };
}

/** The longest delay of a timer: a longer one would overflow and fire at once. */
const longestDelayMs = 2 ** 31 - 1;

const isFunction = (value: unknown) => typeof value === "function";
/** The rule for options that are functions. */
export const aFunction = rule("a function", isFunction);
/** The rule for options that are a time. */
export const milliseconds = rule(
  `milliseconds from 0 to ${longestDelayMs}`,
  (value) => typeof value === "number" && value >= 0 && value <= longestDelayMs,
);
const validHeaders = rule(
  "valid header names and values, as an object, pairs or Headers",
  (value) => !!toHeaders(value as HeadersOption),
  describeType,
);

const sharedRules = {
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: rule("a whole number from 0", (value) => Number.isInteger(value) && Number(value) >= 0),
  headers: ((value) =>
    validHeaders(value) ??
    (toHeaders(value as HeadersOption).has("authorization")
      ? "give the key as apiKey, not as Authorization"
      : undefined)) satisfies OptionRule,
};

export const callOptionRules: OptionRules<CallOptions> = {
  signal: rule("an AbortSignal", (value) => isFunction(Object(value).throwIfAborted)),
  query: rule("an object", isRecord),
  onResponse: aFunction,
  ...sharedRules,
};

export const clientOptionRules: OptionRules<ClientOptions> = {
  // An empty key counts as missing, which is reported elsewhere.
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
  beforeAttempt: aFunction,
  onRetry: aFunction,
  onAttempt: aFunction,
  maxResponseBytes: rule("a number of bytes", (value) => typeof value === "number" && value > 0),
  validation: rule("what validation() returns", (value) => isFunction(Object(value).checkInput)),
};
