import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import { UploadError } from "../errors/upload-error.js";
import { UsageError } from "../errors/usage-error.js";
import { createPace } from "../service/pace.js";
import type { Service } from "../service/service.js";
import { createService } from "../service/service.js";
import { apiKeyOf } from "../settings/api-key.js";
import type { Settings } from "../settings/definitions.js";
import type { CommandIo } from "./command-io.js";

/** Tells users where an API key comes from. */
export const missingKeyMessage =
  "no API key: set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN) to a key made in the app under Settings > API Keys; nothing was sent";

/**
 * Higher than the client's default, because several shards together exceed the rate limit although each of them is
 * paced. With the client's back-off, these retries take a bit more than a minute, which 20 shards need.
 */
const patientRetries = 20;

/** The settings that a connection needs. */
export type ConnectionSettings = Pick<Settings, "baseUrl" | "verbose">;

/**
 * Creates a client that is paced to stay below the service's rate limit.
 *
 * @throws {UsageError} if there is no API key, or for an address that cannot be used
 */
export function connectClient(
  io: CommandIo,
  { baseUrl, verbose }: ConnectionSettings,
  maxRetries = patientRetries,
): TestsigmaClient {
  const apiKey = apiKeyOf(io);
  if (!apiKey) throw new UsageError(missingKeyMessage);
  const pace = createPace(io.clock);
  let hint = proxyHint(io.environment);
  try {
    return createClient({
      maxRetries,
      ...io.clientOptions,
      apiKey,
      baseUrl,
      // Not in a `fetch` function, where the wait would count as sending.
      beforeAttempt: ({ signal }) => pace(signal),
      onRetry: ({ reason, waitMs }) => {
        io.writeError(`${reason}; trying again in ${Math.ceil(waitMs / 1000)} s\n${hint}`);
        hint = "";
      },
      ...(verbose && {
        onAttempt: ({ operation, attempt, durationMs, status, error }) => {
          const result = status ?? (error instanceof Error ? error.message : "no response");
          io.writeError(`${operation}, attempt ${attempt}: ${result} after ${Math.round(durationMs)} ms\n`);
        },
      }),
    });
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

/** Connects to the service in the form that reporting uses; see `connectClient`. */
export function connect(io: CommandIo, settings: ConnectionSettings, maxRetries?: number): Service {
  return createService(connectClient(io, settings, maxRetries), { signal: io.deadline });
}

/** Does something within a time, in seconds: after that, its request in flight is aborted and nothing more is sent. */
export async function inTime(
  io: CommandIo,
  seconds: number,
  work: (bounded: CommandIo) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  const error = new UploadError(`not done after ${seconds} s (--timeout)`, { outcome: "unknown" });
  const timer = setTimeout(() => controller.abort(error), seconds * 1000);
  const signal = AbortSignal.any([io.signal, controller.signal]);
  return work({ ...io, signal, deadline: controller.signal }).finally(() => clearTimeout(timer));
}
