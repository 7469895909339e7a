import { type Answer, readAnswer } from "./answer.js";
import { DeadlineExceeded, withDeadline } from "./deadline.js";
import { ConnectionError, TimeoutError } from "./errors/transport-errors.js";
import { Failure } from "./failure.js";
import { provesUnsent } from "./proves-unsent.js";
import { redirectTarget } from "./redirect.js";
import type { Sending } from "./sending.js";
import type { Settings } from "./settings.js";

/** Old origin to new, as permanent redirects said. */
export type Moves = Map<string, string>;

/** Sends once, follows redirects and reads the answer, all within `timeout`. Throws the signal's reason alone. */
export async function attempt(sending: Sending, settings: Settings, moves: Moves): Promise<Answer | Failure> {
  const { timeout, signal } = sending;
  try {
    return await withDeadline(timeout, signal, (stopped) => sendAlong(sending, settings, moves, stopped));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Failure) return error;
    return error instanceof DeadlineExceeded
      ? new Failure(TimeoutError, "failed", `no answer within ${timeout} ms`)
      : new Failure(ConnectionError, "failed", `the connection failed${reasonOf(error)}`, { cause: error });
  }
}

async function sendAlong(sending: Sending, settings: Settings, moves: Moves, signal: AbortSignal): Promise<Answer> {
  const { method, headers, body = null } = sending;
  const visited = [rebase(sending.url, moves)];
  for (;;) {
    const url = visited.at(-1) as string;
    const response = await settings.fetch(url, { method, headers, body, signal, redirect: "manual" }).catch((cause) => {
      if (!provesUnsent(cause)) throw cause;
      throw new Failure(ConnectionError, "unsent", `the connection could not be made${reasonOf(cause)}`, { cause });
    });
    const target = redirectTarget(response, method, visited, settings);
    if (!target) return readAnswer(response);

    response.body?.cancel().catch(() => {});
    if (response.status === 301 || response.status === 308) remember(url, target, moves);
    visited.push(target);
  }
}

/** A permanent redirect that keeps path and query says that the origin moved; any other speaks of one URL only. */
function remember(from: string, to: string, moves: Moves) {
  const [{ origin: old }, { origin }] = [new URL(from), new URL(to)];
  if (from.slice(old.length) === to.slice(origin.length)) moves.set(old, origin);
}

function rebase(url: string, moves: Moves): string {
  const { origin } = new URL(url);
  const moved = moves.get(origin);
  return moved ? moved + url.slice(origin.length) : url;
}

/** What the runtime says of a failure, at its innermost. */
function reasonOf(error: unknown): string {
  const { cause, code, message } = (error ?? {}) as { cause?: unknown; code?: unknown; message?: unknown };
  return cause ? reasonOf(cause) : code || message ? `: ${code ?? message}` : "";
}
