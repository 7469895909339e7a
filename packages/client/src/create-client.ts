import type { OperationMethods } from "./generated/operations.js";
import { allOperations } from "./generated/service.js";
import { createHttp, type HttpClient } from "./openapi-fetch.js";
import { createMethods } from "./operations/create-methods.js";
import type { ClientOptions } from "./options/client-options.js";
import { resolveSettings } from "./options/settings.js";
import { createHttpFetch } from "./transport/http-fetch.js";
import { createTransport } from "./transport/transport.js";

/** A client of the Testsigma Test Management API: one method per operation, and `http`. */
export interface TestsigmaClient extends OperationMethods {
  /**
   * The plain openapi-fetch client on the same transport (key, time limit, redirects, retries), for `{ data, error,
   * response }`, headers and middleware. A failing status does not throw here; where there is no response it does.
   * Middleware sees the calls through `http` alone.
   */
  readonly http: HttpClient;
}

/**
 * Creates a client.
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createClient(options: ClientOptions = {}): TestsigmaClient {
  const settings = resolveSettings(options ?? {});
  const send = createTransport(settings);
  const http = createHttp(settings, createHttpFetch(settings, send));
  // Of many operations, to infer the type argument takes the compiler longer than the rest of the client.
  return { ...createMethods<keyof OperationMethods>(allOperations, settings, send), http };
}
