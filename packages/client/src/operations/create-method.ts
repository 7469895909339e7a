import type { OperationCall } from "../options/client-options.js";
import type { Settings } from "../options/settings.js";
import type { Send } from "../transport/transport.js";
import { createRequestBuilder } from "./build-request.js";
import { pagedOperations } from "./paginate.js";
import { readResult } from "./read-result.js";
import type { OperationRoute } from "./route.js";

/** Makes the method of one operation: sends the flat input, and resolves to the documented body of the response. */
export function createMethod(operation: string, route: OperationRoute, settings: Settings, send: Send): OperationCall {
  const [method = "", path = ""] = route.route.split(" ");
  const call = { operation, method, path };
  const buildRequest = createRequestBuilder(call, route, settings);
  const runCall: OperationCall = async (input, options) =>
    send(buildRequest(input, options), (response) => readResult(response, route));
  const checkedCall = settings.validation?.(call, runCall) ?? runCall;
  if (route.items) pagedOperations.set(checkedCall, { call, items: route.items });
  return checkedCall;
}
