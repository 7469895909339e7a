import {
  mapAll,
  type Parameter,
  type Resolve,
  requireSupported,
  type Schema,
  type Spec,
  type Operation as SpecOperation,
  typeOf,
} from "@testsigma-tms/spec/reader";
import { defaultRest, type OperationRoute } from "../src/operation/route.ts";
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
export function readOperations(spec: Spec) {
  requireSupported(spec);
  const { operations, resolve } = spec;
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
  const at = (place: string) => spec.parameters.filter((parameter) => parameter.in === place);
  const parameters = { path: at("path"), query: at("query"), header: at("header") };
  const body = readBody(spec, resolve);
  const success = readSuccess(spec, resolve);
  const shared = findShared(`${id} (${method} ${path})`, parameters, body, resolve);
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

/**
 * Returns the properties that are given once and sent twice: those that are in path or query, and that the body
 * requires too. Rejects properties with the same name and different types, and names that the input reserves.
 */
function findShared(
  where: string,
  parameters: Record<"path" | "query" | "header", Parameter[]>,
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
