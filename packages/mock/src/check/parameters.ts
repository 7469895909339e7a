import { merged, type Resolve, type Schema, typeOf } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import type { MockRequest } from "../http/request.js";

/** The parameters of one place, with the schema of an object that has all of them. */
export interface PlacedParameters {
  place: "path" | "query" | "header";
  /** The names, and whether each is a list. */
  names: ReadonlyMap<string, boolean>;
  schema: object;
}

/** Headers that OpenAPI does not describe as parameters. */
const describedElsewhere = new Set(["accept", "authorization", "content-type"]);

/** Groups the parameters of an operation by place. */
export function placedParameters({ parameters }: MockOperation, resolve: Resolve): PlacedParameters[] {
  return (["path", "query", "header"] as const).flatMap((place) => {
    const placed = parameters
      .filter((parameter) => parameter.in === place)
      // Names of headers are case-insensitive.
      .map(({ name = "", ...others }) => ({ ...others, name: place === "header" ? name.toLowerCase() : name }))
      .filter(({ name }) => place !== "header" || !describedElsewhere.has(name));
    if (placed.length === 0) return [];
    const schemas = placed.map(({ name, schema = {} }) => [name, schema as Schema] as const);
    return {
      place,
      names: new Map(schemas.map(([name, schema]) => [name, typeOf(merged(schema, resolve)) === "array"])),
      schema: {
        properties: Object.fromEntries(schemas),
        required: placed.filter(({ required }) => required).map(({ name }) => name),
      },
    };
  });
}

/** Reads the parameters of one place as text, which the check converts. */
export function readParameters(
  { place, names }: PlacedParameters,
  { url, headers }: MockRequest,
  path: ReadonlyMap<string, string>,
): object {
  const values: Record<string, unknown> = {};
  for (const [name, isList] of names) {
    if (place === "query") {
      const [first, ...others] = url.searchParams.getAll(name);
      if (first !== undefined) values[name] = isList || others.length > 0 ? [first, ...others] : first;
    } else {
      const text = place === "path" ? path.get(name) : headers[name];
      if (text !== undefined) values[name] = isList ? text.split(",").map((item) => item.trim()) : text;
    }
  }
  return values;
}
