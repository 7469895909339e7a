import type { Example, Parameter, Schema } from "./open-api.ts";
import type { Resolve } from "./resolve.ts";

/** Returns the example of a parameter: its own, its first named one, or that of its schema. */
export function exampleOf({ example, examples, schema }: Parameter, resolve: Resolve): unknown {
  const [named] = Object.values(examples ?? {}).map((node) => resolve<Example>(node).value);
  const { example: single, examples: several, enum: allowed } = resolve<Schema>((schema ?? {}) as Schema);
  return example ?? named ?? single ?? (several as unknown[] | undefined)?.[0] ?? allowed?.[0];
}
