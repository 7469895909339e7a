import { Failure } from "../errors/failure.js";
import { inputError } from "../errors/input-error.js";
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
  const build = createRequestBuilder(call, route, settings);
  const read = (response: Parameters<typeof readResult>[0]) => readResult(response, route);

  const buildOrReject: typeof build = (input, options) => {
    try {
      return build(input, options);
    } catch (cause) {
      if (cause instanceof Failure) throw inputError(cause.message, call);
      // A serializer failed: JSON cannot hold the input.
      throw inputError(cause instanceof Error ? cause.message : String(cause), call, { cause });
    }
  };
  const runCall: OperationCall = async (input, options) => send(buildOrReject(input, options), read);
  const checkedCall = settings.validation?.(call, runCall) ?? runCall;
  if (route.items) pagedOperations.set(checkedCall, { call, items: route.items });
  return checkedCall;
}
