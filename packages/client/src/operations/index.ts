import type { OperationMethods } from "../generated/operations.js";
import type { ClientOptions } from "../options/client-options.js";
import { describeType, describeValue, isRecord } from "../options/describe-value.js";
import { rule } from "../options/option-rules.js";
import { resolveSettings, throwIf } from "../options/settings.js";
import { createTransport } from "../transport/transport.js";
import { createMethods } from "./create-methods.js";
import type { Operations } from "./route.js";

export * from "../generated/routes.js";

/** Options of a client of some operations. */
export interface OperationsOptions<Id extends keyof OperationMethods> extends ClientOptions {
  /** The operations that become methods: exports of this module, each below its own name. */
  operations: Operations<Id>;
}

/**
 * Creates a client that has the methods of the given operations, and no `http`: a bundle then holds nothing of the others.
 *
 * @example
 * const testsigma = createClient({ operations: { createTestRun } });
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createClient<Id extends keyof OperationMethods>(
  options: OperationsOptions<Id>,
): Pick<OperationMethods, Id> {
  const { operations, ...clientOptions } = options ?? {};
  const mistake = findMistake(operations);
  throwIf(mistake && `option operations: ${mistake}`);
  const settings = resolveSettings(clientOptions);
  return createMethods(operations, settings, createTransport(settings));
}

const findMistake = rule(
  "operations of @testsigma-tms/client/operations, such as { createTestRun }",
  (given) => isRecord(given) && Object.values(given).every((operation) => typeof Object(operation).route === "string"),
  (given) =>
    isRecord(given)
      ? `{ ${Object.entries(given).map(([id, value]) => `${id}: ${describeType(value)}`)} }`
      : describeValue(given),
);
