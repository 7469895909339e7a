import { createClient } from "@testsigma-tms/client";
import { createService } from "../service/create-service.js";
import { pacedFetch } from "../service/paced-fetch.js";
import type { ReportingClient } from "../service/reporting-client.js";
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
 * Connects to the service, paced under its limit of requests.
 *
 * @throws {UsageError} without an API key
 */
export function connect(io: CommandIo, baseUrl: string | undefined): Service {
  const apiKey = apiKeyOf(io);
  if (!apiKey) throw new UsageError(missingKeyMessage);
  const create = io.createClient ?? ((options) => createClient(options) as unknown as ReportingClient);
  return createService(
    create({
      apiKey,
      baseUrl,
      fetch: pacedFetch(io.fetch, { clock: io.clock }),
      onRetry: ({ reason, waitMs }) => io.writeError(`${reason}; trying again in ${Math.ceil(waitMs / 1000)} s\n`),
    }),
  );
}
