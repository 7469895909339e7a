import { type ClientOptions, createClient } from "@testsigma-tms/client";
import { createHttpClient } from "@testsigma-tms/client/http";
import type { PlayedClient } from "../played-client.ts";

/** Creates a client with its methods, and `http` on the same options. */
export function createPlayedClient(options: ClientOptions): PlayedClient {
  return { ...createClient(options), http: createHttpClient(options) };
}
