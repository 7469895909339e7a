import { ApiError } from "./errors.js";
import type { OperationMethods } from "./generated/operations.js";
import { routes } from "./generated/routes.js";
import { createRequestBuilder } from "./operation/request.js";
import { readResult } from "./operation/result.js";
import { callOf, type OperationRoute } from "./operation/route.js";
import type { CallOptions, ClientOptions } from "./options/options.js";
import { ownProperties } from "./options/rules.js";
import { resolveSettings, type Settings } from "./options/settings.js";
import { pagedOperations } from "./recipes/paginate.js";
import { hideInJson } from "./secrets.js";
import type { Send } from "./transport/call.js";
import { createTransport } from "./transport/call.js";

/** A client of the Testsigma Test Management API: one method per operation. */
export interface TestsigmaClient extends OperationMethods {}

/**
 * Creates a client.
 *
 * @example
 * const testsigma = createClient({ apiKey: process.env.TESTSIGMA_API_KEY });
 * const { data } = await testsigma.listProjects();
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createClient(options?: ClientOptions): TestsigmaClient {
  const settings = resolveSettings(options, "createClient");
  return createMethods(settings, createTransport(settings));
}

export function createMethods(settings: Settings, send: Send): OperationMethods {
  const methods = Object.entries<OperationRoute>(routes).map(([id, route]) => [
    id,
    createMethod(id, ownProperties(route), settings, send),
  ]);
  return Object.fromEntries(methods);
}

/** Creates the method of one operation: it sends the flat input and resolves to the documented response body. */
export function createMethod(operation: string, route: OperationRoute, settings: Settings, send: Send) {
  const { validation } = settings;
  const call = callOf(operation, route);
  const buildRequest = createRequestBuilder(call, route, settings);

  async function callOperation(input: unknown, options?: CallOptions): Promise<unknown> {
    validation?.checkInput(call, input === undefined ? {} : input);
    const request = buildRequest(input, options);
    try {
      return await send(request, (response, hide) => {
        const result = readResult(response, route);
        validation?.reportBody?.(operation, undefined, () => hideInJson(result, hide));
        return result;
      });
    } catch (error) {
      if (error instanceof ApiError) validation?.reportBody?.(operation, error.status, () => error.body);
      throw error;
    }
  }
  if (route.items) pagedOperations.set(callOperation, { call, items: route.items });
  return callOperation;
}
