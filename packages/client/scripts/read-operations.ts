import { asArray, createResolve, type Json, jsonSchema, type Resolve } from "./resolve.ts";

/** What the generator needs to know of one operation of the OpenAPI document. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  pathMembers: string[];
  queryMembers: string[];
  /** `members`: a JSON object, its members stand in the input. `whole`: anything else, given as `body`. */
  body: "members" | "whole" | undefined;
  /** Members that stand in the path or query and in the body too: given once, sent to both. */
  sharedMembers: string[];
  hasHeaders: boolean;
  isInputOptional: boolean;
  /** Documented wrapper of a successful answer: each required member, and below it each required object. */
  result: Shape | undefined;
  noContentStatuses: number[];
  contentStatuses: number[];
  failures: { status: string; description: string }[];
  /** Schema of the whole flat input. */
  inputSchema: Json;
  /** Schema of a successful JSON answer. */
  resultSchema: unknown;
  /** Schema of each documented JSON failure, by status. */
  errorSchemas: { [status: string]: unknown };
}

/** Member name to the shape that its value must have; `null` accepts any value. */
export type Shape = { [member: string]: Shape | null };

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads every operation of a bundled OpenAPI document; throws where flat input would be ambiguous. */
export function readOperations(document: Json): Operation[] {
  const resolve = createResolve(document);
  return Object.entries(document.paths as Json).flatMap(([path, item]) =>
    methods
      .filter((method) => method in (item as Json))
      .map((method) => readOperation(path, method, resolve(item), resolve)),
  );
}

function readOperation(path: string, method: string, item: Json, resolve: Resolve): Operation {
  const operation = item[method] as Json;
  const where = `${method.toUpperCase()} ${path}`;
  const id = operation.operationId;
  if (typeof id !== "string" || !/^[a-z]\w*$/i.test(id)) {
    throw new Error(
      `${where}: the operationId ${JSON.stringify(id)} cannot name a method. Allowed: letters, digits, _.`,
    );
  }

  const parameters = [...asArray(item.parameters), ...asArray(operation.parameters)].map(resolve);
  const named = (place: string) => parameters.filter((parameter) => parameter.in === place).map((p) => String(p.name));
  const bodyObject = resolve(operation.requestBody);
  const bodySchema = resolve(jsonSchema(bodyObject));
  const body = !operation.requestBody ? undefined : bodySchema.type === "object" ? "members" : "whole";
  const bodyMembers = body === "members" ? ((bodySchema.properties ?? {}) as Json) : {};

  const places = new Map<string, Json>();
  for (const parameter of parameters.filter(({ in: place }) => place === "path" || place === "query")) {
    refuseDisagreement(where, String(parameter.name), places.get(String(parameter.name)), resolve(parameter.schema));
    places.set(String(parameter.name), resolve(parameter.schema));
  }
  for (const [name, schema] of Object.entries(bodyMembers)) {
    refuseDisagreement(where, name, places.get(name), resolve(schema));
  }
  for (const reserved of ["headers", ...(body === "whole" ? ["body"] : [])]) {
    if (places.has(reserved) || reserved in bodyMembers) {
      throw new Error(`${where}: a member named \`${reserved}\` collides with the input's own \`${reserved}\`.`);
    }
  }

  const answers = Object.entries(operation.responses as Json).map(([status, response]) => {
    const resolved = resolve(response);
    return { status, description: String(resolved.description ?? ""), schema: jsonSchema(resolved) };
  });
  const successes = answers.filter(({ status }) => /^2\d\d$/.test(status));
  const failures = answers.filter(({ status }) => !status.startsWith("2"));
  const contents = successes.filter(({ schema }) => schema !== undefined);

  const requiredInBody = body === "members" && asArray(bodySchema.required).length > 0;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary ?? ""),
    description: String(operation.description ?? ""),
    pathMembers: named("path"),
    queryMembers: named("query"),
    body,
    sharedMembers: [...places.keys()].filter((name) => name in bodyMembers),
    hasHeaders: named("header").length > 0,
    isInputOptional:
      !requiredInBody &&
      !(body === "whole" && bodyObject.required === true) &&
      !parameters.some((parameter) => parameter.required === true),
    result: contents[0] && shapeOf(resolve(contents[0].schema), resolve, true),
    noContentStatuses: successes.filter(({ schema }) => schema === undefined).map(({ status }) => Number(status)),
    contentStatuses: contents.map(({ status }) => Number(status)),
    failures,
    inputSchema: inputSchemaOf(parameters, body, jsonSchema(bodyObject), bodyObject.required === true),
    resultSchema: contents[0]?.schema,
    errorSchemas: Object.fromEntries(
      failures.filter(({ schema }) => schema).map(({ status, schema }) => [status, schema]),
    ),
  };
}

function inputSchemaOf(
  parameters: Json[],
  body: Operation["body"],
  bodySchema: unknown,
  isBodyRequired: boolean,
): Json {
  const members = parameters.filter(({ in: place }) => place === "path" || place === "query");
  const own = {
    type: "object",
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    required: members.filter(({ required }) => required === true).map(({ name }) => name),
  };
  if (body === "members") return { allOf: [own, bodySchema] };
  if (body === undefined) return own;
  return {
    ...own,
    properties: { ...own.properties, body: bodySchema },
    required: [...own.required, ...(isBodyRequired ? ["body"] : [])],
  };
}

function shapeOf(schema: Json, resolve: Resolve, isTop: boolean): Shape {
  const properties = (schema.properties ?? {}) as Json;
  const shape: Shape = {};
  for (const name of asArray(schema.required).map(String)) {
    const member = resolve(properties[name]);
    if (member.type === "object") shape[name] = shapeOf(member, resolve, false);
    else if (isTop) shape[name] = null;
  }
  return shape;
}

function refuseDisagreement(where: string, name: string, one: Json | undefined, other: Json) {
  const typeOf = ({ type, format }: Json) => [type, format].filter(Boolean).join(" ");
  if (one && typeOf(one) !== typeOf(other)) {
    throw new Error(
      `${where}: \`${name}\` is "${typeOf(one)}" in one place and "${typeOf(other)}" in another, but is given once. Give both one type.`,
    );
  }
}
