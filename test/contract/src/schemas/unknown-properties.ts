import type { Schema, Spec } from "@testsigma-tms/spec/reader";
import { propertyOf, violations } from "./violations.ts";

/** Returns the paths of all properties of a value that no schema describes, such as `/data/test_run/labels`. */
export function unknownProperties(spec: Spec, schema: Schema, value: unknown): string[] {
  return inside([schema], value, "");

  function inside(schemas: Schema[], value: unknown, path: string): string[] {
    const all = schemas.flatMap((schema) => partsFor(value, schema));
    if (Array.isArray(value)) {
      const items = all.flatMap(({ items }) => (typeof items === "object" ? [items] : []));
      return items.length === 0 ? [] : value.flatMap((item, index) => inside(items, item, `${path}/${index}`));
    }
    if (typeof value !== "object" || value === null) return [];
    const described = all.filter(({ properties, patternProperties }) => properties ?? patternProperties);
    const others = all.flatMap(({ additionalProperties: schema }) => (typeof schema === "object" ? [schema] : []));
    // An object whose properties no schema describes may contain anything.
    if (described.length === 0 && others.length === 0) return [];
    return Object.entries(value).flatMap(([name, property]) => {
      const own = described.flatMap((schema) => propertyOf(schema, name) ?? []);
      const here = own.length > 0 ? own : others;
      return here.length === 0 ? [`${path}/${name}`] : inside(here, property, `${path}/${name}`);
    });
  }

  /** Returns a schema and its parts that apply to the value: of `anyOf` and `oneOf`, those that the value matches. */
  function partsFor(value: unknown, schema: Schema): Schema[] {
    const resolved = spec.resolve<Schema>(schema);
    const { allOf = [], anyOf = [], oneOf = [] } = resolved;
    const fitting = [...anyOf, ...oneOf].filter((alternative) => violations(spec, alternative, value).length === 0);
    return [resolved, ...[...allOf, ...fitting].flatMap((part) => partsFor(value, part))];
  }
}
