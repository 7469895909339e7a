import { ApiError } from "./errors.js";
import type { OperationMethods } from "./generated/operations.js";
import { routes } from "./generated/routes.js";
import { createRequestBuilder } from "./operation/request.js";
import { readResult } from "./operation/result.js";
import { askForList, callOf, type ListInquiry, type OperationRoute } from "./operation/route.js";
import type { CallOptions, ClientOptions } from "./options/options.js";
import { ownProperties } from "./options/rules.js";
import { resolveSettings, type Settings } from "./options/settings.js";
import { hideInJson } from "./secrets.js";
import { createTransport, type Send } from "./transport/call.js";

/** A client of the Testsigma Test Management API: one method per operation. */
export interface TestsigmaClient extends OperationMethods {}

/**
 * Creates a client.
 *
 * @example
 * const testsigma = createClient({ apiKey: process.env.TESTSIGMA_API_KEY });
 * const { data } = await testsigma.listProjects();
 *
 * @throws {TypeError} naming the option that is missing, unknown or invalid
 */
export function createClient(options?: ClientOptions): TestsigmaClient {
  const settings = resolveSettings(options, "createClient");
  return createMethods(routes, settings, createTransport(settings)) as unknown as TestsigmaClient;
}

type Method = (input: unknown, options?: CallOptions) => Promise<unknown>;

/** Creates the methods, each an own property of the client. What a method needs is prepared at its first call. */
export function createMethods(
  operations: { readonly [id: string]: OperationRoute },
  settings: Settings,
  send: Send,
): { [id: string]: Method } {
  const methods: { [id: string]: Method } = {};
  for (const id of Object.keys(operations)) {
    let method: Method | undefined;
    methods[id] = (input, options) => {
      method ??= createMethod(id, ownProperties(operations[id] as OperationRoute), settings, send);
      return method(input, options);
    };
  }
  return methods;
}

/** Creates the method of one operation: it sends the flat input and resolves to the documented response body. */
export function createMethod(operation: string, route: OperationRoute, settings: Settings, send: Send): Method {
  const { validation } = settings;
  const call = callOf(operation, route);
  const buildRequest = createRequestBuilder(call, route, settings);

  return async (input, options) => {
    (options as ListInquiry | null | undefined)?.[askForList]?.(route.items && { call, items: route.items });
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
  };
}
