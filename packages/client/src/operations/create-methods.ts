import { ApiError } from "../errors/api-error.js";
import { hideInJson } from "../errors/hide-secrets.js";
import type { OperationMethods } from "../generated/operations.js";
import { routes } from "../generated/routes.js";
import type { CallOptions } from "../options/call-options.js";
import { ownProperties } from "../options/own-properties.js";
import type { Settings } from "../options/settings.js";
import type { Send } from "../transport/service-request.js";
import { createRequestBuilder } from "./build-request.js";
import { callOf, type OperationRoute } from "./operation-route.js";
import { pagedOperations } from "./paged-operations.js";
import { readResult } from "./read-result.js";

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
