import { createClient, type TestsigmaClient } from "@testsigma-tms/client";
import { createService } from "../service/create-service.js";
import { pacedFetch } from "../service/paced-fetch.js";
import type { Service } from "../service/service.js";
import { UsageError } from "../verdict/usage-error.js";
import type { CommandIo } from "./command-io.js";

/** The API key, from the environment only. */
export function apiKeyOf({ environment }: CommandIo): string | undefined {
  return environment.TESTSIGMA_API_KEY || environment.TESTSIGMA_API_TOKEN || undefined;
}

/** Says where a key comes from. */
export const missingKeyMessage =
  "no API key: set TESTSIGMA_API_KEY (or TESTSIGMA_API_TOKEN) to a key made in the app under Settings > API Keys; nothing was sent";

/**
 * More than the client's default: several shards together exceed the limit of requests, paced as each of them is. With the
 * client's back-off these are about half a minute.
 */
const patientRetries = 10;

/**
 * Creates the client, paced under the service's limit of requests.
 *
 * @throws {UsageError} without an API key
 */
export function connectClient(
  io: CommandIo,
  baseUrl: string | undefined,
  maxRetries = patientRetries,
): TestsigmaClient {
  const apiKey = apiKeyOf(io);
  if (!apiKey) throw new UsageError(missingKeyMessage);
  return createClient({
    maxRetries,
    ...io.clientOptions,
    apiKey,
    baseUrl,
    fetch: pacedFetch(io.clientOptions?.fetch, { clock: io.clock }),
    onRetry: ({ reason, waitMs }) => io.writeError(`${reason}; trying again in ${Math.ceil(waitMs / 1000)} s\n`),
  });
}

/** Connects to the service as reporting sees it; see `connectClient`. */
export function connect(io: CommandIo, baseUrl: string | undefined, maxRetries?: number): Service {
  return createService(connectClient(io, baseUrl, maxRetries));
}
