import { callOperation, type OperationRoute } from "./operations/call-operation.js";
import type { ClientOptions } from "./options/client-options.js";
import { type OperationMethods, operationRoutes } from "./generated/operations.js";
import { createHttp, type HttpClient } from "./openapi-fetch.js";
import { resolveSettings } from "./options/settings.js";
import { createTransport } from "./transport/transport.js";

/** A client of the Testsigma Test Management API: one method per operation, and `http`. */
export interface TestsigmaClient extends OperationMethods {
  /**
   * The plain openapi-fetch client on the same transport (key, time limit, redirects, retries), for `{ data, error,
   * response }`, headers and middleware. A failing status does not throw here; what brings no answer does. Middleware
   * sees the calls through `http` alone.
   */
  readonly http: HttpClient;
}

/**
 * Creates a client.
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createClient(options: ClientOptions = {}): TestsigmaClient {
  const settings = resolveSettings(options);
  const { baseUrl, headers, validation } = settings;
  const onTransport = { baseUrl, headers, fetch: createTransport(settings) };
  // A client of their own, because middleware given to `http` would meet carriers that are no native requests.
  const methodHttp = createHttp(onTransport);
  const methods = Object.entries<OperationRoute>(operationRoutes).map(([operation, route]) => {
    const call = callOperation(methodHttp, operation, route);
    return [operation, validation?.({ ...route, operation }, call) ?? call];
  });
  return { ...Object.fromEntries(methods), http: createHttp(onTransport) };
}
