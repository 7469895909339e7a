import type { Schema } from "./operations.ts";

/** A schema with what its `allOf` parts say as its own. */
export function merged({ allOf = [], ...own }: Schema): Schema {
  const parts = [...(allOf as Schema[]).map(merged), own];
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required = [] }) => required as string[]),
  };
}
