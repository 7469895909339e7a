/** The parts of a bundled OpenAPI 3.1 document that the docs read or change. */
export interface OpenApiDocument {
  info: { title: string; version: string; summary?: string; description: string };
  servers: Server[];
  tags?: Tag[];
  paths: Record<string, PathItem>;
  components: Record<string, Record<string, unknown>>;
}

export interface Server {
  url: string;
  description?: string;
  "x-provenance"?: string;
}

export interface Tag {
  name: string;
  description?: string;
  /** Redoc shows such a tag as a text section instead of a group of operations. */
  "x-traitTag"?: boolean;
}

export type PathItem = { parameters?: (Parameter | Reference)[] } & Partial<Record<Method, Operation>>;

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses: Record<string, Response | Reference>;
  "x-codeSamples"?: CodeSample[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Schema | Reference;
}

export interface RequestBody {
  description?: string;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface Header {
  description?: string;
  example?: unknown;
  schema?: Schema | Reference;
}

export interface MediaType {
  schema?: Schema | Reference;
  examples?: Record<string, Example | Reference>;
}

export interface Example {
  summary?: string;
  description?: string;
  value: unknown;
}

export interface Schema {
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  minimum?: number;
  minLength?: number;
  minItems?: number;
  example?: unknown;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, Schema | Reference>;
  items?: Schema | Reference;
  anyOf?: (Schema | Reference)[];
}

export interface Reference {
  $ref: string;
}

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type Method = (typeof methods)[number];

/** What a `$ref` within the document points to; anything else comes back as it is. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Reference): T {
  if (!("$ref" in value)) return value;
  const keys = value.$ref.replace(/^#\//, "").split("/");
  let target: unknown = document;
  for (const key of keys) target = (target as Record<string, unknown>)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  if (typeof target !== "object" || target === null) throw new Error(`The description has no ${value.$ref}.`);
  return resolve(document, target as T | Reference);
}

/** Every operation with its path, method and parameters, in the order of the document. */
export function operationsOf(document: OpenApiDocument) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
        resolve(document, parameter),
      );
      return [{ path, method, operation, parameters }];
    }),
  );
}

export type DocumentedOperation = ReturnType<typeof operationsOf>[number];
