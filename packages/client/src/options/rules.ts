import { describeType, describeValue, isFunction, isRecord, property } from "../describe.js";
import { isSafeUrl } from "../url.js";
import type { CallOptions, ClientOptions } from "./options.js";

/** Returns what is wrong with the value of an option; `undefined` if nothing is. */
export type OptionRule = (value: unknown) => string | undefined;
export type OptionRules<Options> = { readonly [name in keyof Options]-?: OptionRule };

/** Creates a rule from a predicate, which may also throw for a value that is not allowed. */
export function rule(expected: string, isAllowed: (value: unknown) => boolean, describe = describeValue): OptionRule {
  return (value) => {
    try {
      if (isAllowed(value)) return undefined;
    } catch {}
    return `expected ${expected}, got ${describe(value)}`;
  };
}

export function wholeNumberFrom(min: number): OptionRule {
  return rule(`a whole number from ${min}`, (value) => Number.isInteger(value) && Number(value) >= min);
}

/** A longer delay of a timer would overflow and fire at once. */
const maxDelayMs = 2 ** 31 - 1;

export const aFunction = rule("a function", isFunction);
export const milliseconds = rule(
  `milliseconds from 0 to ${maxDelayMs}`,
  (value) => typeof value === "number" && value >= 0 && value <= maxDelayMs,
);
const validHeaders = rule(
  "valid header names and values, as an object, pairs or Headers",
  (value) => !!toHeaders(value as HeadersOption),
  describeType,
);

function headersWithoutKey(value: unknown): string | undefined {
  const mistake = validHeaders(value);
  if (mistake) return mistake;
  const hasKey = toHeaders(value as HeadersOption).has("authorization");
  return hasKey ? "pass the key as apiKey, not as Authorization" : undefined;
}

const sharedRules = {
  timeout: milliseconds,
  totalTimeout: milliseconds,
  maxRetries: wholeNumberFrom(0),
  headers: headersWithoutKey,
};

export const callOptionRules: OptionRules<CallOptions> = {
  signal: rule("an AbortSignal", (value) => isFunction(property(value, "throwIfAborted"))),
  query: rule("an object", isRecord),
  onResponse: aFunction,
  ...sharedRules,
};

export const clientOptionRules: OptionRules<ClientOptions> = {
  // An empty key counts as missing, which is reported elsewhere.
  apiKey: (value) => (isFunction(value) || value === "" ? undefined : findKeyMistake(value)),
  baseUrl: rule(
    "an https: URL (http: on this machine only) without credentials, query or fragment",
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
  validation: rule("what validation() returns", (value) => isFunction(property(value, "checkInput"))),
};

/**
 * Reads every option once and checks the values that it read.
 *
 * @param fail throws the error of a mistake: an option that is unknown or invalid
 */
export function readOptions<Options extends object>(
  options: Options | null | undefined,
  rules: OptionRules<Options>,
  fail: (mistake: string) => never,
): Options {
  if (!isRecord(options ?? {})) return fail(`options: expected an object, got ${describeType(options)}`);
  const own = ownProperties(options ?? ({} as Options));
  for (const [name, value] of Object.entries(own)) {
    const check = Object.hasOwn(rules, name) && (rules as Record<string, OptionRule>)[name];
    if (!check) return fail(`unknown option ${name}; known options: ${Object.keys(rules).join(", ")}`);
    const mistake = value === undefined ? undefined : check(value);
    if (mistake) return fail(`option ${name}: ${mistake}`);
  }
  return own;
}

/**
 * Copies the own properties of an object into one without a prototype and reads each only once. A property that other
 * code added to `Object.prototype`, such as `baseUrl`, must not send the key to a foreign host.
 */
export function ownProperties<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}

const visibleAscii = /^[!-~]+$/;

/** Returns why a value cannot be the API key, without showing it; `undefined` if it can. */
export function findKeyMistake(key: unknown): string | undefined {
  if (typeof key !== "string") return `expected a string, got ${describeType(key)}`;
  if (key === "") return "the key is empty";
  if (/^bearer\s/i.test(key)) return 'pass the key without the "Bearer " prefix';
  if (/\s/.test(key)) return "the key contains a space or a line break; remove it with trim()";
  return visibleAscii.test(key) ? undefined : "the key contains characters that a header cannot hold";
}

/** The values that options accept as headers. */
// Not `HeadersInit`: a project with @types/node and without the dom library has no such global.
export type HeadersOption = RequestInit["headers"];

/**
 * Creates the runtime's own `Headers` from pairs, an object, or `Headers` of another library or realm. A property of an
 * object that is undefined adds no header.
 *
 * @throws {TypeError} for anything else, and for a name or value that HTTP does not allow
 */
export function toHeaders(headers: HeadersOption): Headers {
  if (!headers) return new Headers();
  if (isRecord(headers)) return new Headers(Object.entries(headers).filter(([, value]) => value !== undefined));
  if (Array.isArray(headers) || isFunction(property(headers, "append"))) return new Headers([...headers]);
  throw new TypeError("not headers");
}
