import type { Schema } from "./operations.ts";
import { violations } from "./violations.ts";

/** The paths of all members of a value that no schema describes, such as `/data/test_run/labels`. */
export function unknownMembers(schema: Schema, value: unknown, path = ""): string[] {
  return inside([schema], value, path);
}

function inside(schemas: Schema[], value: unknown, path: string): string[] {
  const all = schemas.flatMap((schema) => partsFor(value, schema));
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items }) => (items ? [items as Schema] : []));
    return items.length === 0 ? [] : value.flatMap((item, index) => inside(items, item, `${path}/${index}`));
  }
  if (typeof value !== "object" || value === null) return [];
  const described = all.flatMap(({ properties }) => (properties ? [properties as Record<string, Schema>] : []));
  const others = all.flatMap(({ additionalProperties: schema }) =>
    schema instanceof Object ? [schema as Schema] : [],
  );
  // An object that no schema describes from the inside may hold anything.
  if (described.length === 0 && others.length === 0) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const own = described.flatMap((properties) =>
      Object.hasOwn(properties, name) ? [properties[name] as Schema] : [],
    );
    const here = own.length > 0 ? own : others;
    return here.length === 0 ? [`${path}/${name}`] : inside(here, member, `${path}/${name}`);
  });
}

/** A schema and its parts that speak of the value: of `anyOf` and `oneOf`, those that the value fits. */
function partsFor(value: unknown, schema: Schema): Schema[] {
  const { allOf = [], anyOf = [], oneOf = [] } = schema as Record<string, Schema[] | undefined>;
  const fitting = [...anyOf, ...oneOf].filter((alternative) => violations(alternative, value).length === 0);
  return [schema, ...[...allOf, ...fitting].flatMap((part) => partsFor(value, part))];
}
