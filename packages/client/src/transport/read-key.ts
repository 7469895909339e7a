import { Failure } from "../errors/failure.js";
import { InputError } from "../errors/input-error.js";
import { findKeyMistake } from "../options/api-key.js";
import { messageOf } from "../options/describe-value.js";
import type { Settings } from "../options/settings.js";

/** Reads the API key for the next attempt; a function may return another one each time. */
export async function readKey(apiKey: Settings["apiKey"]): Promise<string> {
  const key = typeof apiKey === "function" ? await callOption("apiKey", apiKey) : apiKey;
  const mistake = findKeyMistake(key);
  if (mistake) throw optionFailure("apiKey", mistake);
  return key;
}

/** Calls a function option that an attempt depends on. */
export async function callOption<Result>(name: string, call: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (cause) {
    throw optionFailure(name, `the function failed: ${messageOf(cause)}`, { cause });
  }
}

const optionFailure = (name: string, problem: string, fields: { readonly cause?: unknown } = {}) =>
  new Failure("unsent", InputError, `option ${name}: ${problem}`, fields);
