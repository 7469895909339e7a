import type { Schema, Spec } from "@testsigma-tms/codegen";

/** A schema without its own `$ref` and `allOf`: what these say is its own. References further down stay. */
export function merged(spec: Spec, schema: Schema): Schema {
  const { allOf = [], ...own } = spec.resolve<Schema>(schema);
  if (allOf.length === 0) return own;
  const parts = [...allOf.map((part) => merged(spec, part)), own];
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required = [] }) => required),
  };
}
