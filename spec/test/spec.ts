import { merged, readSpec, type Schema, type Spec, type SpecResponse } from "../reader/index.ts";

const spec = await readSpec(new URL("../dist/openapi.json", import.meta.url));

/** The bundle that every other package reads. */
export const { document, operations } = spec;
export const resolve: Spec["resolve"] = spec.resolve;

export function operation(id: string) {
  const found = operations.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`The spec has no operation ${id}.`);
  return found;
}

/** Returns the JSON body that an operation takes. */
export function requestBody(id: string) {
  return json(operation(id).requestBody?.content, `${id} takes`);
}

/** Returns the JSON body of a response of an operation. */
export function responseBody(id: string, status: string) {
  const response = operation(id).responses.find((candidate) => candidate.status === status);
  return json(response?.content, `${id} returns with ${status}`);
}

function json(content: SpecResponse["content"] | undefined, what: string) {
  const body = content?.find(({ mediaType }) => mediaType === "application/json");
  if (!body?.schema) throw new Error(`${what} no JSON.`);
  return { schema: body.schema, examples: body.examples };
}

/**
 * Returns the schema of a nested property, named as in the documentation: `data.test_run.id`,
 * `static_selection_filters[].field`.
 */
export function property(schema: Schema | undefined, name: string): Schema | undefined {
  const [first = "", ...rest] = name.split(".");
  const found = schema && merged(schema, resolve).properties?.[first.replace("[]", "")];
  if (!found) return undefined;
  const own = resolve<Schema>(found);
  const next = first.endsWith("[]") && typeof own.items === "object" ? resolve<Schema>(own.items) : own;
  return rest.length === 0 ? next : property(next, rest.join("."));
}
