import { type CallOptions, createClient, pace, type TestsigmaClient } from "@testsigma-tms/client";
import { UploadError, UsageError } from "../errors.js";
import { apiKeyOf } from "../settings/api-key.js";
import type { Settings } from "../settings/settings.js";
import type { CommandIo } from "./command-io.js";

/** Tells users where an API key comes from. */
export const missingKeyMessage =
  "no API key: set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN) to a key made in the app under Settings > API Keys; nothing was sent";

/**
 * Higher than the client's default, because several shards together exceed the rate limit although each of them is
 * paced. With the client's back-off, these retries take a bit more than a minute, which 20 shards need.
 */
const patientRetries = 20;
/** The service allows about 10 (observed); this leaves room for others that use the same key. */
const requestsPerSecond = 8;
/** The time after which a host that was never reached is given up. */
const reachMs = 20_000;

/**
 * Creates a client that is paced to stay below the service's rate limit, and whose calls are aborted when time is up, and
 * when the service was not reached for 20 s.
 *
 * @throws {UsageError} if there is no API key, or for an address that cannot be used
 */
export function connect(
  io: CommandIo,
  { baseUrl, verbose }: Pick<Settings, "baseUrl" | "verbose">,
  maxRetries = patientRetries,
): TestsigmaClient {
  const apiKey = apiKeyOf(io);
  if (!apiKey) throw new UsageError(missingKeyMessage);
  const start = io.clock.now();
  const unreached = new AbortController();
  let isReached = false;
  let isWaiting = false;
  let hint = proxyHint(io.environment);
  try {
    const client = createClient({
      maxRetries,
      beforeAttempt: pace({ perSecond: requestsPerSecond }),
      ...io.clientOptions,
      apiKey,
      baseUrl,
      onRetry: ({ reason, waitMs }) => {
        if (unreached.signal.aborted) return;
        if (io.trouble) io.trouble.last = reason;
        if (!isReached && io.clock.now() + waitMs - start > reachMs) {
          const message = `gave up after ${Math.round((io.clock.now() - start) / 1000)} s without a response: ${reason}; nothing was written`;
          unreached.abort(new UploadError(message, { outcome: "not-sent" }));
          return;
        }
        const until = isReached ? `in ${Math.ceil(waitMs / 1000)} s` : `for up to ${reachMs / 1000} s`;
        if (isReached || !isWaiting) io.writeError(`${reason}; trying again ${until}\n${hint}`);
        isWaiting = true;
        hint = "";
      },
      onAttempt: ({ operation, attempt, durationMs, status, error }) => {
        isReached ||= status !== undefined;
        if (!verbose) return;
        const result = status ?? (error instanceof Error ? error.message : "no response");
        io.writeError(`${operation}, attempt ${attempt}: ${result} after ${Math.round(durationMs)} ms\n`);
      },
    });
    return withSignal(client, AbortSignal.any([unreached.signal, ...(io.deadline ? [io.deadline] : [])]));
  } catch (error) {
    // The client throws a TypeError for invalid options.
    if (!(error instanceof TypeError)) throw error;
    const message = error.message.replace("createClient: option baseUrl", "--base-url").replace(/^createClient: /, "");
    throw new UsageError(`${message}; nothing was sent`);
  }
}

function proxyHint({ NODE_USE_ENV_PROXY, ...environment }: CommandIo["environment"]): string {
  const proxy = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].find((name) => environment[name]);
  if (!proxy || NODE_USE_ENV_PROXY) return "";
  return `${proxy} is set, but Node only uses it if NODE_USE_ENV_PROXY=1 is set too (Node 24.5 or later)\n`;
}

type Method = (input: object, options?: CallOptions) => Promise<unknown>;

/** Returns the client with a signal in each call. */
function withSignal(client: TestsigmaClient, signal: AbortSignal): TestsigmaClient {
  const methods = Object.entries(client).map(([name, method]: [string, Method]): [string, Method] => {
    return [name, (input, options) => method(input, { ...options, signal })];
  });
  return Object.assign({ ...client }, Object.fromEntries(methods));
}

/**
 * Does something whose requests end with it: when one of several fails, the others are not tried any more. With a time,
 * in seconds, they are aborted when it is over.
 */
export async function bounded<Result>(
  io: CommandIo,
  seconds: number | undefined,
  work: (bounded: CommandIo) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const trouble: { last?: string } = io.trouble ?? {};
  const timer =
    seconds &&
    setTimeout(() => {
      const cause = trouble.last ? `; last problem: ${trouble.last}` : "";
      controller.abort(new UploadError(`timed out after ${seconds} s (--timeout)${cause}`, { outcome: "unknown" }));
    }, seconds * 1000);
  const either = (signal?: AbortSignal) => AbortSignal.any([controller.signal, ...(signal ? [signal] : [])]);
  try {
    return await work({ ...io, trouble, signal: either(io.signal), deadline: either(io.deadline) });
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
