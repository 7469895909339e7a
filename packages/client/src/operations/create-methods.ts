import type { OperationMethods } from "../generated/operations.js";
import type { Settings } from "../options/settings.js";
import type { Send } from "../transport/transport.js";
import { createMethod } from "./create-method.js";
import type { OperationRoute, Operations } from "./route.js";

/** Makes the methods of operations. */
export function createMethods<Id extends keyof OperationMethods>(
  operations: Operations<Id>,
  settings: Settings,
  send: Send,
): Pick<OperationMethods, Id> {
  const methods = Object.entries<OperationRoute>(operations).map(([id, route]) => [
    id,
    createMethod(id, route, settings, send),
  ]);
  return Object.fromEntries(methods);
}
