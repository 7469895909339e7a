import type { OpenApiDocument } from "@testsigma-tms/codegen";

interface Renamed {
  paths: Record<string, Record<string, object>>;
  schemas: Record<string, object>;
}

/** Returns several copies of this API in one spec. A further copy has its number in the names of paths, operations and schemas. */
export function scaleSpec({ ...document }: OpenApiDocument, copies: number): OpenApiDocument {
  const { paths, components } = document;
  const original = JSON.stringify({ paths, schemas: components?.schemas });
  for (let copy = 2; copy <= copies; copy++) {
    const renamed = original.replaceAll(/("operationId":"\w+|#\/components\/schemas\/\w+)"/g, `$1${copy}"`);
    const { paths, schemas }: Renamed = JSON.parse(renamed);
    document.paths = { ...document.paths, ...renameKeys(paths, (path) => `/copies/${copy}${path}`) };
    document.components = {
      ...document.components,
      schemas: { ...document.components?.schemas, ...renameKeys(schemas, (name) => `${name}${copy}`) },
    };
  }
  return document;
}

function renameKeys<Value>(record: Record<string, Value>, rename: (key: string) => string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
}
