// biome-ignore lint/suspicious/noImportCycles: the generated data imports its type from here.
import { api as generated } from "../generated/api.js";
import { isNode, type Node } from "./node.js";
import type { Operation, OperationData, Schema } from "./operation.js";
import { readScenarios } from "./operation.js";

/** The data about the API that the mock needs, as `scripts/api-data.ts` reads it from the spec. */
export interface ApiData {
  /** Path prefixes of the spec's servers, such as `/api/v1`; at least one. */
  basePaths: string[];
  /** Hosts of the spec's servers, such as `arcus.testsigma.com`. */
  hosts: string[];
  operations: OperationData[];
  /** The named schemas. A `$ref` holds one of these names. */
  schemas: Record<string, Schema>;
}

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
