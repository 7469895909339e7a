import { Failure } from "../errors/failure.js";
import { InputError } from "../errors/input-error.js";
import { findKeyMistake } from "../options/api-key.js";
import { messageOf } from "../options/describe-value.js";
import type { Settings } from "../options/settings.js";

/** The credential of one call. */
export interface Credential {
  /** The `Authorization` header of the next attempt. */
  readonly authorize: () => Promise<string>;
  /** What must not be seen in an error: every key that the call has used. */
  readonly secrets: ReadonlySet<string>;
}

/** Takes the credential that the caller put into the headers, else asks for the key before every attempt. */
export function createCredential(headers: Headers, apiKey: Settings["apiKey"]): Credential {
  const secrets = new Set<string>();
  const own = headers.get("authorization");
  if (own) secrets.add(own.replace(/^\S+\s+/, ""));

  async function authorize(): Promise<string> {
    if (own) return own;
    const key = typeof apiKey === "function" ? await askForKey(apiKey) : apiKey;
    const mistake = findKeyMistake(key);
    if (mistake) throw unauthorized(mistake);
    secrets.add(key);
    return `Bearer ${key}`;
  }
  return { authorize, secrets };
}

async function askForKey(apiKey: () => string | Promise<string>): Promise<string> {
  try {
    return await apiKey();
  } catch (cause) {
    throw unauthorized(`the function failed: ${messageOf(cause)}`, { cause });
  }
}

const unauthorized = (problem: string, fields?: { cause: unknown }) =>
  new Failure("unsent", InputError, `option apiKey: ${problem}`, fields);
