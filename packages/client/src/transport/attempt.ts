import { type Answer, readAnswer } from "./response.js";
import { isKey } from "../options/check-options.js";
import { timeIsUp, withDeadline } from "./deadline.js";
import { InputError } from "../errors/input-error.js";
import { TestsigmaError } from "../errors/testsigma-error.js";
import { ConnectionError, TimeoutError } from "../errors/transport-errors.js";
import type { Fail } from "../errors/fail.js";
import { provesUnsent } from "./is-unsent-error.js";
import { redirectTarget } from "./redirect.js";
import type { Settings } from "../options/settings.js";

/** Old origin to new, as permanent redirects said. */
export type Moves = Map<string, string>;

/** What is sent, any number of times. */
interface Sending {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | ArrayBuffer | null | undefined;
  /** The caller put a credential into the headers. */
  readonly hasOwnKey: boolean;
}

/** Asks for the key, sends once, follows redirects and reads the answer, all within the time-out. */
export async function attempt(
  { url, hasOwnKey, ...init }: Sending,
  { apiKey, fetch, isTrusted }: Settings,
  moves: Moves,
  timeoutMs: number,
  signal: AbortSignal | null | undefined,
  fail: Fail,
): Promise<Answer> {
  let isSent = false;

  const send = async (stopped: AbortSignal): Promise<Answer> => {
    if (!hasOwnKey) {
      const key = typeof apiKey === "function" ? await apiKey() : apiKey;
      if (!isKey(key)) throw new TypeError("apiKey returned no key");
      init.headers.set("authorization", `Bearer ${key}`);
    }
    const { origin } = new URL(url);
    let from = new URL(url.replace(origin, moves.get(origin) ?? origin));
    for (let hops = 0; ; hops++) {
      // A fetch of the caller's own may not look at its signal, and what was given up must not be sent.
      stopped.throwIfAborted();
      isSent = true;
      const response = await fetch(from.href, { ...init, signal: stopped, redirect: "manual" } as RequestInit);
      const to = redirectTarget(response, init.method, from, hops, isTrusted, fail);
      if (!to) return await readAnswer(response, fail);
      response.body?.cancel().catch(() => {});
      // A permanent redirect that keeps path and query says that the origin moved; any other speaks of one URL only.
      if (/301|308/.test(`${response.status}`) && from.href.replace(from.origin, to.origin) === to.href) {
        moves.set(from.origin, to.origin);
      }
      from = to;
    }
  };

  try {
    return await withDeadline(timeoutMs, signal, send);
  } catch (cause) {
    if (cause instanceof TestsigmaError) throw cause;
    const kind = isSent && !provesUnsent(cause) ? "failed" : "unsent";
    throw cause === timeIsUp
      ? fail(kind, TimeoutError, `no answer in ${timeoutMs} ms`)
      : fail(kind, isSent ? ConnectionError : InputError, reasonOf(cause), { cause });
  }
}

/** What the runtime says of a failure, at its innermost. */
function reasonOf(error: unknown): string {
  const { cause, code, message } = Object(error);
  return cause ? reasonOf(cause) : `${code || message || error}`;
}
