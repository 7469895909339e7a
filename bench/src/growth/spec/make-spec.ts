import type { OpenApiDocument } from "@testsigma-tms/codegen";
import { hostileDepth, hostileIds } from "./hostile.ts";
import { makeResources, type Property, type Resource } from "./resource.ts";

export interface MadeUpSpecOptions {
  /** Number of operations in the spec. */
  operations: number;
  seed: number;
  /** Uses names and texts meant to break careless generators, and recursive schemas. */
  hostile: boolean;
}

/**
 * Makes a spec of any size in the style of this API: resources in a project with list, create, get, update, delete and,
 * for some, a file import. The same options make the same spec.
 */
export function makeSpec({ operations: wanted, seed, hostile }: MadeUpSpecOptions): OpenApiDocument {
  const paths: Record<string, Record<string, object>> = {};
  const schemas: Record<string, object> = { ...sharedSchemas };
  let count = 0;
  for (const [index, resource] of makeResources(wanted, { seed, hostile }).entries()) {
    for (const { noun, method, path, operation } of operationsOf(resource, index, hostile)) {
      if (count === wanted) break;
      const id = hostile ? hostileIds[count] : undefined;
      paths[path] = { ...paths[path], [method]: { ...operation, ...(id && { operationId: id }) } };
      Object.assign(schemas, schemasOf(resource, noun));
      count++;
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: `${wanted} operations`, version: "1.0.0" },
    servers: [{ url: "https://api.example.com/v1" }],
    security: [{ apiKey: [] }],
    paths,
    components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } }, schemas },
  };
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const string = { type: "string" };
const json = (schema: object, examples?: object) => ({
  content: { "application/json": { schema, ...(examples && { examples }) } },
});
const parameter = (name: string, place: "path" | "query") => ({
  name,
  in: place,
  required: place === "path",
  schema: string,
});

const sharedSchemas = {
  Failure: { type: "object", required: ["message"], properties: { code: { type: "integer" }, message: string } },
  PageInfo: { type: "object", properties: { next: { type: ["string", "null"] }, page_size: { type: "integer" } } },
};

const failures = Object.fromEntries(
  ["401", "404", "422"].map((status) => [status, { description: `Fails with ${status}.`, ...json(ref("Failure")) }]),
);

function operationsOf({ text, hasImport, filters, properties }: Resource, index: number, hostile: boolean) {
  const noun = `Thing${index + 1}`;
  const name = `thing_${index + 1}`;
  const all = `/projects/{project_id}/${name}s`;
  const one = `${all}/{${name}_id}`;
  const inProject = [parameter("project_id", "path")];
  const ofOne = [...inProject, parameter(`${name}_id`, "path")];
  const own = exampleOf(properties);
  const thing = { id: uuid, ...own };
  // A text is also the name: the mock plays examples by their names, and the docs print both.
  const examples = (value: object) => (hostile ? { [text]: { summary: text, description: text, value } } : undefined);
  const success = (schema: object, example: object) => ({
    "200": { description: text, ...json(schema, examples(example)) },
    ...failures,
  });
  const about = { tags: [`Things ${Math.ceil((index + 1) / 5)}`], summary: `Work with ${noun}`, description: text };
  const body = (schema: string) => ({ required: true, ...json(ref(schema), examples(own)) });
  const file = {
    type: "object",
    required: ["file"],
    properties: { file: { ...string, contentMediaType: "text/xml" } },
  };
  return [
    {
      method: "get",
      path: all,
      operation: {
        ...about,
        operationId: `list${noun}s`,
        parameters: [
          ...inProject,
          parameter("page_size", "query"),
          ...filters.map((filter) => ({ ...parameter(filter, "query"), description: text, example: text })),
        ],
        "x-items": [`data.${name}s`],
        responses: success(ref(`${noun}Page`), { data: { [`${name}s`]: [thing] } }),
      },
    },
    {
      method: "post",
      path: all,
      operation: {
        ...about,
        operationId: `create${noun}`,
        parameters: inProject,
        requestBody: body(`Create${noun}Body`),
        responses: success(ref(`${noun}Envelope`), { data: { [name]: thing } }),
      },
    },
    {
      method: "get",
      path: one,
      operation: {
        ...about,
        operationId: `get${noun}`,
        parameters: ofOne,
        responses: success(ref(`${noun}Envelope`), { data: { [name]: thing } }),
      },
    },
    {
      method: "put",
      path: one,
      operation: {
        ...about,
        operationId: `update${noun}`,
        parameters: ofOne,
        requestBody: body(`Update${noun}Body`),
        responses: success(ref(`${noun}Envelope`), { data: { [name]: thing } }),
      },
    },
    {
      method: "delete",
      path: one,
      operation: {
        ...about,
        operationId: `delete${noun}`,
        parameters: ofOne,
        responses: { "204": { description: text }, ...failures },
      },
    },
    ...(hasImport
      ? [
          {
            method: "post",
            path: `${all}/import`,
            operation: {
              ...about,
              operationId: `import${noun}s`,
              parameters: inProject,
              requestBody: { required: true, content: { "multipart/form-data": { schema: file } } },
              responses: success(ref("Failure"), { message: text }),
            },
          },
        ]
      : []),
  ].map((operation) => ({ noun, ...operation }));
}

function schemasOf({ properties, isTree, text }: Resource, noun: string): Record<string, object> {
  const name = noun.replace("Thing", "thing_");
  const own = entriesOf(properties);
  const tree = isTree ? { parent: ref(noun), children: { type: "array", items: ref(noun) } } : {};
  const required = properties.filter(({ isRequired }) => isRequired).map((property) => property.name);
  const wrapped = (data: object, names: string[]) => ({
    type: "object",
    required: ["data"],
    properties: { message: string, data: { type: "object", required: names, properties: data } },
  });
  return {
    [noun]: {
      type: "object",
      description: text,
      required: ["id"],
      properties: { id: { type: "string", format: "uuid" }, ...own, ...tree },
    },
    [`Create${noun}Body`]: { type: "object", required, properties: own },
    [`Update${noun}Body`]: { type: "object", properties: own },
    [`${noun}Envelope`]: wrapped({ [name]: ref(noun) }, [name]),
    [`${noun}Page`]: wrapped({ [`${name}s`]: { type: "array", items: ref(noun) }, page_info: ref("PageInfo") }, [
      `${name}s`,
    ]),
  };
}

// Not an object literal: `__proto__` must become an own property.
const entriesOf = (properties: Property[]) =>
  Object.fromEntries(properties.map((property) => [property.name, schemaOf(property)]));

function schemaOf({ kind, format, text: description }: Property): object {
  switch (kind) {
    case "uuid":
      return { type: "string", format: "uuid", description };
    case "status":
      return { type: "string", "x-known-values": ["ACTIVE", "CLOSED"], description };
    case "list":
      return { type: "array", items: string, description };
    case "odd":
      return { type: "string", format, description };
    case "deep":
      return deep(hostileDepth, description);
    case "nested":
      return { type: "object", properties: { id: string, amount: { type: "number", minimum: 0 } }, description };
    default:
      return { type: kind, description };
  }
}

const deep = (levels: number, description: string): object => ({
  type: "object",
  description,
  properties: levels > 0 ? { deeper: deep(levels - 1, description) } : {},
});

const uuid = "c47ade67-0543-4582-a4a5-b7de447c94f5";

const exampleOf = (properties: Property[]) =>
  Object.fromEntries(properties.map((property) => [property.name, exampleValue(property)]));

function exampleValue({ kind, text }: Property): unknown {
  switch (kind) {
    case "uuid":
      return uuid;
    case "integer":
      return 1;
    case "boolean":
      return true;
    case "list":
      return [text];
    case "nested":
      return { id: text };
    case "deep":
      return { deeper: {} };
    default:
      return text;
  }
}
