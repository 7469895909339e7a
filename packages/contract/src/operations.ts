import { createRequire } from "node:module";
import { bundle, createConfig } from "@redocly/openapi-core";

/** A JSON Schema, as far as the checks look into it. */
export interface Schema {
  [keyword: string]: unknown;
}

/** A media type of a body: its schema and its named examples. */
export interface Content {
  schema: Schema;
  examples?: Record<string, { value: unknown }>;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface DocumentedResponse {
  headers?: Record<string, { schema: Schema; required?: boolean }>;
  content?: Record<string, Content>;
}

/** An operation of the API description, with every `$ref` replaced by what it names. */
export interface Operation {
  id: string;
  tag: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, Content> };
  /** By status: `200`, a range such as `4XX`, or `default`. */
  responses: Record<string, DocumentedResponse>;
  /** Whether it takes no request without a credential. */
  isSecured: boolean;
}

type Described = Omit<Operation, "id" | "tag" | "method" | "path" | "isSecured"> & {
  operationId: string;
  tags?: string[];
  security?: object[];
};
type PathItem = { parameters?: Parameter[] } & Record<string, Described>;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const bundled = createRequire(import.meta.url).resolve("@testsigma-tms/spec/openapi.json");

/** Reads every operation of an OpenAPI document, the bundled one by default. */
export async function readOperations(file = bundled): Promise<Operation[]> {
  const { bundle: document } = await bundle({ ref: file, config: await createConfig({}), dereference: true });
  const { paths, security = [] } = document.parsed as { paths: Record<string, PathItem>; security?: object[] };
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => toOperation(path, method, item, item[method] as Described, security)),
  );
}

function toOperation(
  path: string,
  method: string,
  item: PathItem,
  described: Described,
  everywhere: object[],
): Operation {
  const { operationId, tags = ["Untagged"], parameters = [], requestBody, responses } = described;
  const own = new Set(parameters.map(keyOf));
  const security = described.security ?? everywhere;
  return {
    id: operationId,
    tag: tags[0] as string,
    method: method.toUpperCase(),
    path,
    // A parameter of the operation replaces the path's of the same name and place.
    parameters: [...(item.parameters ?? []).filter((parameter) => !own.has(keyOf(parameter))), ...parameters],
    ...(requestBody && { requestBody }),
    responses,
    isSecured: security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0),
  };
}

const keyOf = (parameter: Parameter) => `${parameter.in} ${parameter.name}`;

/** The documented response of a status: its own, else its range's, else `default`. */
export function responseOf({ responses }: Operation, status: number): DocumentedResponse | undefined {
  return responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;
}

/** The contract test file of a tag: `Test runs` has `test/test-runs.test.ts`. */
export const testFileOf = ({ tag }: Operation) =>
  `packages/contract/test/${tag.toLowerCase().replace(/\W+/g, "-")}.test.ts`;
