import {
  isObject,
  mapAll,
  type Parameter,
  type Resolve,
  runAll,
  type Schema,
  type Spec,
  type Operation as SpecOperation,
  typeOf,
} from "@testsigma-tms/codegen";
import { defaultRest, type OperationRoute, pathNames } from "../src/operation/route.ts";
import { isIdempotent } from "../src/transport/retry-policy.ts";
import { readBody, readSuccess } from "./read-bodies.ts";

/** An operation, as the generator needs it. */
export type Operation = ReturnType<typeof readOperation>;

/** Method names that are not allowed: a client with a method `then` would be treated as a promise. */
const takenNames = ["then"];

/**
 * Reads every operation of the spec. Rejects anything that a method could not support, naming the operation and the
 * place.
 */
export function readOperations({ operations, resolve }: Spec) {
  const ids = operations.map(({ id }) => id);
  return mapAll(operations, (operation, index) => {
    if (ids.indexOf(operation.id) !== index || takenNames.includes(operation.id))
      throw new Error(`The operationId \`${operation.id}\` is taken. Rename the operation.`);
    return readOperation(operation, resolve);
  });
}

function readOperation(spec: SpecOperation, resolve: Resolve) {
  const { id, method, path, isRepeatable, items } = spec;
  if (!/^[a-z]\w*$/i.test(id)) {
    throw new Error(
      `${method} ${path}: it needs an operationId that can name a method (letters, digits, _), not "${id}".`,
    );
  }
  const where = `${id} (${method} ${path})`;
  const [parameters, body, success] = runAll([
    () => readParameters(where, path, spec.parameters, resolve),
    () => readBody(where, spec, resolve),
    () => readSuccess(where, spec, resolve),
  ]);
  const shared = findShared(where, parameters, body, resolve);
  const rest = !body ? "query" : body.isWhole ? "whole" : "json";
  const isRequired = [...parameters.path, ...parameters.query, ...parameters.header].some(({ required }) => required);
  const bodyIsRequired = body?.isRequired && (body.isWhole || body.required.length > 0);
  const route: OperationRoute = {
    route: `${method} ${path}`,
    ...(rest !== defaultRest(method) && { rest }),
    ...(body && parameters.query.length > 0 && { query: parameters.query.map(({ name }) => name) }),
    ...(shared.length > 0 && { shared }),
    ...(parameters.header.length > 0 && { headers: true }),
    ...(body?.form && { form: body.form }),
    ...(isRepeatable !== isIdempotent(method) && { isRepeatable }),
    ...success.route,
    ...(items.length > 0 && { items }),
  };
  return { id, spec, route, parameters, body, success, isInputOptional: !isRequired && !bodyIsRequired };
}

/** Groups parameters by place; rejects one that the client could not send. */
function readParameters(where: string, template: string, parameters: Parameter[], resolve: Resolve) {
  const at = (place: string) => parameters.filter((parameter) => parameter.in === place);
  const undescribed = pathNames(template).filter((name) => !at("path").some((parameter) => parameter.name === name));
  const problems = [
    ...parameters.flatMap((parameter) => {
      const problem = findProblem(parameter, resolve);
      return problem ? [`the ${parameter.in} parameter \`${parameter.name}\` ${problem}`] : [];
    }),
    ...undescribed.map((name) => `the path parameter \`${name}\` is not described. Add it to \`parameters\`.`),
  ];
  if (problems.length > 0) throw new Error(problems.map((problem) => `${where}: ${problem}`).join("\n"));
  return { path: at("path"), query: at("query"), header: at("header") };
}

const styles: { readonly [place: string]: string } = { path: "simple", query: "form", header: "simple" };

function findProblem({ in: place, schema, style, explode, allowReserved }: Parameter, resolve: Resolve) {
  if (place === "cookie") return "is not supported: the client sends no cookies.";
  if (!schema) return "has no `schema`. One with `content` is not supported.";
  if (allowReserved) return "has `allowReserved`, which is not supported.";
  if (style !== undefined && style !== styles[`${place}`]) return `has \`style: ${style}\`, which is not supported.`;
  const resolved = resolve<Schema>(schema as Schema);
  const isList = typeOf(resolved) === "array";
  if (place !== "query" && (isList || isObject(resolved, resolve))) {
    return "is an array or an object; only single values are supported.";
  }
  const item = isList && typeof resolved.items === "object" ? (resolved.items as Schema) : resolved;
  if (isObject(item, resolve)) return "contains an object; only single values and lists of them are supported.";
  return isList && explode === false ? "has `explode: false`, which is not supported." : undefined;
}

/**
 * Returns the properties that are given once and sent twice: those that are in path or query, and that the body
 * requires too. Rejects properties with the same name and different types, and names that the input reserves.
 */
function findShared(
  where: string,
  parameters: ReturnType<typeof readParameters>,
  body: ReturnType<typeof readBody>,
  resolve: Resolve,
): string[] {
  const places = [...parameters.path, ...parameters.query].map(({ name, schema }): [string, Schema] => [
    name,
    resolve<Schema>((schema ?? {}) as Schema),
  ]);
  const inBody = body?.properties ?? new Map<string, Schema>();
  for (const reserved of [...(parameters.header.length > 0 ? ["headers"] : []), ...(body?.isWhole ? ["body"] : [])]) {
    if (inBody.has(reserved) || places.some(([name]) => name === reserved)) {
      throw new Error(`${where}: a property named \`${reserved}\` collides with the input's own \`${reserved}\`.`);
    }
  }
  const seen = new Map<string, Schema>();
  for (const [name, schema] of [...places, ...inBody]) {
    const types = [seen.get(name), resolve<Schema>(schema)].map((place) => place && typeOf(place));
    if (types[0] && types[1] && types[0] !== types[1]) {
      throw new Error(
        `${where}: \`${name}\` is "${types[0]}" in one place and "${types[1]}" in another, but is given once. Give both one type.`,
      );
    }
    seen.set(name, resolve<Schema>(schema));
  }
  const required = body?.required ?? [];
  const names = places.map(([name]) => name);
  return [...new Set(names.filter((name, index) => required.includes(name) || names.indexOf(name) !== index))];
}
