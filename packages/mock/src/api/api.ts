import { api as generated } from "../generated/api.js";
import { isNode, type Node } from "./node.js";
import { type ApiData, type Operation, readScenarios, type Schema } from "./operation.js";

/** The API that the mock responds for. */
export interface Api extends Pick<ApiData, "basePaths" | "hosts" | "schemas"> {
  operations: Operation[];
  resolve: Resolve;
}

/**
 * Follows the `$ref` of a schema to the schema that it names; properties next to the `$ref` take precedence. Nested
 * references are kept, so that a recursive schema stays finite.
 */
export type Resolve = (schema: Schema) => Schema;

/** Makes the data ready for use. Only tests and benchmarks need another API than {@link testsigmaApi}. */
export function createApi({ operations, schemas, ...servers }: ApiData): Api {
  const resolve: Resolve = (schema) => {
    const { $ref: name, ...beside } = schema;
    if (typeof name !== "string") return schema;
    const target = schemas[name];
    if (!isNode(target)) throw new Error(`The API has no schema ${name}.`);
    return { ...resolve(target), ...beside };
  };
  return {
    ...servers,
    schemas,
    operations: operations.map((operation) => ({ ...operation, scenarios: readScenarios(operation) })),
    resolve: remember(resolve),
  };
}

function remember(resolve: Resolve): Resolve {
  const resolved = new WeakMap<Node, Schema>();
  return (schema) => {
    if (typeof schema.$ref !== "string") return schema;
    const target = resolved.get(schema) ?? resolve(schema);
    resolved.set(schema, target);
    return target;
  };
}

/** The Testsigma Test Management API. */
export const testsigmaApi: Api = createApi(generated);
