import type { OpenApiDocument, Parameter, Schema } from "./open-api.ts";
import type { Operation } from "./operation.ts";
import type { Resolve } from "./resolve.ts";
import { isJson, isObject, propertiesOf, typeOf } from "./schema.ts";
import type { Spec } from "./spec.ts";

const bodies = ["application/json", "multipart/form-data"];
const styles: Record<string, string> = { path: "simple", query: "form", header: "simple" };

/**
 * Rejects kinds of operations that types, client and mock do not support: one error names all of them, so that nothing
 * is generated in part.
 *
 * @throws {Error} with one line per problem, which names the operation and what is supported
 */
export function requireSupported({ document, operations, resolve }: Spec): void {
  const problems = operations.flatMap((operation) => {
    const { id, method, path, parameters } = operation;
    const ofParameters = parameters.flatMap((parameter) => {
      const problem = parameterProblem(parameter, resolve);
      return problem ? [`the ${parameter.in} parameter \`${parameter.name}\` ${problem}`] : [];
    });
    const all = [...ofParameters, ...bodyProblems(operation, resolve), ...successProblems(operation)];
    return all.map((problem) => `${id} (${method} ${path}): ${problem}`);
  });
  problems.push(...discriminatorProblems(document));
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

function parameterProblem({ in: place, schema, style, explode, allowReserved }: Parameter, resolve: Resolve) {
  if (place === "cookie") return "is not supported. Supported: path, query and header.";
  if (!schema) return "has no `schema`. One with `content` is not supported.";
  if (allowReserved) return "has `allowReserved`, which is not supported.";
  if (style !== undefined && style !== styles[String(place)])
    return `has \`style: ${style}\`. Supported: \`style: ${styles[String(place)]}\`, which is the default.`;
  const value = resolve<Schema>(schema as Schema);
  const isList = typeOf(value) === "array";
  if (isList && place !== "query") return "is a list. Supported: text, numbers and booleans; lists in the query only.";
  if (hasObjects(value, resolve)) return "contains an object. Supported: text, numbers, booleans and lists of them.";
  return isList && explode === false ? "has `explode: false`. Supported: `explode: true`, the default." : undefined;
}

function bodyProblems({ method, requestBody }: Operation, resolve: Resolve): string[] {
  if (!requestBody) return [];
  if (method === "GET" || method === "HEAD")
    return [`a ${method} with a body is not supported: fetch does not send it.`];
  return requestBody.content.flatMap(({ mediaType, schema = {} }) => {
    if (!bodies.includes(mediaType))
      return [`a body of ${mediaType} is not supported. Supported: ${bodies.join(", ")}.`];
    if (mediaType !== "multipart/form-data") return [];
    if (!isObject(schema, resolve)) return ["the form is not an object of parts."];
    const json = [...propertiesOf(schema, resolve)].filter(([, part]) => hasObjects(part, resolve));
    return json.map(
      ([name]) => `the form part \`${name}\` is JSON. Supported: files, text, numbers, booleans and lists of them.`,
    );
  });
}

/** Returns whether a value is an object, or a list of objects. */
function hasObjects(node: Schema, resolve: Resolve): boolean {
  const schema = resolve<Schema>(node);
  const isList = typeOf(schema) === "array" && typeof schema.items === "object";
  return isObject(isList ? (schema.items as Schema) : schema, resolve);
}

function successProblems({ responses }: Operation): string[] {
  const successes = responses.filter(({ isSuccess }) => isSuccess);
  const kinds = successes.flatMap(({ content }) => {
    if (content.length === 0) return [];
    if (content.some(({ mediaType }) => isJson(mediaType))) return ["JSON"];
    return [content.some(({ mediaType }) => mediaType.startsWith("text/")) ? "text" : "a file"];
  });
  const distinctKinds = [...new Set(kinds)];
  return distinctKinds.length > 1
    ? [`successful responses of several kinds (${distinctKinds.join(", ")}) are not supported.`]
    : [];
}

function discriminatorProblems({ paths, components }: OpenApiDocument): string[] {
  const places = Object.entries({ ...components?.schemas, paths });
  const described = places.filter(([, node]) => /"discriminator":\{"(prop|map)/.test(JSON.stringify(node ?? {})));
  return described.map(([name]) => `${name}: a \`discriminator\` is not supported. Use \`oneOf\` without one.`);
}
