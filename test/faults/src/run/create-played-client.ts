import { type ClientOptions, createClient } from "@testsigma-tms/client";
import { createHttpClient } from "@testsigma-tms/client/http";
import type { PlayedClient } from "../played-client.ts";

/** Creates a client with its methods, and with `http`, which has the same options. */
export function createPlayedClient(options: ClientOptions): PlayedClient {
  return { ...createClient(options), http: createHttpClient(options) };
}
