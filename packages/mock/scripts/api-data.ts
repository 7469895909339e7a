import {
  exampleOf,
  type Header,
  isFile,
  isObject,
  mapAll,
  merged,
  type Operation,
  propertiesOf,
  type Resolve,
  type Schema,
  type Spec,
  type Content as SpecContent,
  type Parameter as SpecParameter,
} from "@testsigma-tms/codegen";
import type { ApiData, Content, FormPart, OperationData, Parameter } from "../src/api/operation.ts";

/**
 * Reads from a spec what the mock needs to know of the API.
 *
 * @throws {Error} for what the mock does not support, such as a required cookie, naming the operation
 */
export function readApiData(spec: Spec): ApiData {
  const servers = (spec.document.servers ?? []).map(({ url }) => new URL(url));
  const schemas = Object.entries(spec.document.components?.schemas ?? {});
  const basePaths = servers.map(({ pathname }) => pathname.replace(/\/$/, ""));
  return {
    basePaths: [...new Set(basePaths.length > 0 ? basePaths : [""])],
    hosts: [...new Set(servers.map(({ hostname }) => hostname))],
    operations: mapAll(spec.operations, (operation) => readOperation(operation, spec)),
    schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, toSchema(schema)])),
  };
}

function readOperation(operation: Operation, spec: Spec): OperationData {
  const { id, method, path, isSecured, items, requestBody, responses } = operation;
  const readContents = (contents: SpecContent[]) => contents.map((content) => readContent(content, spec));
  return {
    id,
    method,
    path,
    parameters: operation.parameters
      // The client cannot send a cookie, and need not send an optional one.
      .filter(({ in: place, required }) => place !== "cookie" || required)
      .filter(({ in: place, name = "" }) => place !== "header" || !describedElsewhere.has(name.toLowerCase()))
      .map((parameter) => readParameter(parameter, id, spec)),
    ...(requestBody && {
      body: { isRequired: requestBody.isRequired, contents: readContents(requestBody.content) },
    }),
    responses: Object.fromEntries(
      responses.map(({ status, headers, content }) => [
        status,
        { headers: readHeaders(headers), contents: readContents(content) },
      ]),
    ),
    isSecured,
    items,
  };
}

/** Headers that OpenAPI does not describe as parameters. */
const describedElsewhere = new Set(["accept", "authorization", "content-type"]);

function readParameter(parameter: SpecParameter, id: string, spec: Spec): Parameter {
  const { name = "", in: place, required = false, style, explode, content, schema = {} } = parameter;
  const isUsual = style === undefined || style === (place === "query" ? "form" : "simple");
  if ((place !== "path" && place !== "query" && place !== "header") || !isUsual || content || explode === false) {
    throw new Error(`${id}: the mock does not support the place, the style or the content of the parameter ${name}.`);
  }
  const part = readPart(schema as Schema, spec.resolve);
  if (part.type === "json" || part.type === "file") {
    throw new Error(`${id}: the mock does not support a parameter of this type: ${name}.`);
  }
  const example = exampleOf(parameter, spec.resolve);
  return {
    name,
    in: place,
    isRequired: required,
    isList: part.isList,
    type: part.type,
    schema: toSchema(schema),
    ...(example !== undefined && { example }),
  };
}

function readHeaders(headers: Record<string, Header>): Record<string, string> {
  const shown = Object.entries(headers).flatMap(([name, { example }]) =>
    example === undefined ? [] : [[name.toLowerCase(), String(example)] as const],
  );
  return Object.fromEntries(shown);
}

function readContent({ mediaType, schema = {}, examples }: SpecContent, spec: Spec): Content {
  const isForm = mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded";
  return {
    mediaType,
    schema: toSchema(schema),
    examples: Object.fromEntries(Object.entries(examples).map(([name, { value }]) => [name, value])),
    ...(isForm && { parts: readParts(schema, spec) }),
  };
}

function readParts(schema: Schema, { resolve }: Spec): Record<string, FormPart> {
  return Object.fromEntries([...propertiesOf(schema, resolve)].map(([name, part]) => [name, readPart(part, resolve)]));
}

function readPart(schema: Schema, resolve: Resolve): FormPart {
  const resolved = merged(schema, resolve);
  if (isFile(resolved)) return { type: "file", isList: false };
  if (isObject(schema, resolve)) return { type: "json", isList: false };
  const [type = "string"] = [resolved.type ?? []].flat();
  const { items } = resolved;
  if (type === "array" && typeof items === "object") {
    return { type: readPart(items as Schema, resolve).type, isList: true };
  }
  return {
    type: type === "integer" || type === "number" || type === "boolean" || type === "string" ? type : "json",
    isList: false,
  };
}

/** Keywords that are meant for people and do not affect validation. */
const annotations = new Set(["description", "title", "summary", "externalDocs", "deprecated"]);
/** Keywords whose values are data. */
const dataKeywords = new Set(["default", "enum", "const", "example", "examples", "required"]);
/** Keywords whose values map names to schemas. */
const mapKeywords = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

/** Copies a schema without its annotations. References are reduced to the name of the schema, without its location. */
function toSchema(node: unknown): Record<string, unknown> {
  return copy(node) as Record<string, unknown>;

  function copy(value: unknown, isMap = false): unknown {
    if (Array.isArray(value)) return value.map((item) => copy(item));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, inner]) => {
      if (isMap) return [[key, copy(inner)] as const];
      if (annotations.has(key) || key.startsWith("x-")) return [];
      if (key === "$ref") return [[key, nameOf(String(inner))] as const];
      return [[key, dataKeywords.has(key) ? inner : copy(inner, mapKeywords.has(key))] as const];
    });
    return Object.fromEntries(entries);
  }
}

function nameOf(reference: string): string {
  const [, name] = /^#\/components\/schemas\/([\w.-]+)$/.exec(reference) ?? [];
  if (name === undefined) throw new Error(`The mock does not support references to parts of a schema: ${reference}.`);
  return name;
}
