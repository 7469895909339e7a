import { createFailure } from "../errors/failure.js";
import { InputError } from "../errors/input-error.js";
import { findKeyMistake } from "../options/api-key.js";
import { messageOf } from "../options/describe-value.js";
import type { Settings } from "../options/settings.js";

/** The credential of one call. */
export interface Credential {
  /** Returns the `Authorization` header of the next attempt. */
  readonly authorize: () => Promise<string>;
  /** The keys that the call has used, which must not appear in an error. */
  readonly secrets: ReadonlySet<string>;
}

/** Creates the credential of a call, which requests the key before every attempt. */
export function createCredential(apiKey: Settings["apiKey"]): Credential {
  const secrets = new Set<string>();

  async function authorize(): Promise<string> {
    const key = typeof apiKey === "function" ? await callOption("apiKey", apiKey) : apiKey;
    const mistake = findKeyMistake(key);
    if (mistake) throw optionFailure("apiKey", mistake);
    secrets.add(key);
    return `Bearer ${key}`;
  }
  return { authorize, secrets };
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
  createFailure("unsent", InputError, `option ${name}: ${problem}`, fields);
