import { isNode, type Node, nodeAt, nodesAt, textAt } from "./node.js";
import type { Resolve } from "./resolve.js";
import { SpecError } from "./spec-source.js";
import { toJsonSchema } from "./to-json-schema.js";

/** A schema in JSON Schema 2020-12. */
export type Schema = Node;

export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  style: string;
  explode: boolean;
  schema: Schema;
  /** Whether the value is JSON text. */
  isJson: boolean;
  /** `undefined` where the spec shows none. */
  example: unknown;
}

/** A body in one media type. */
export interface Content {
  mediaType: string;
  schema: Schema | undefined;
  /** By name; the only one that has none is named "". */
  examples: ReadonlyMap<string, unknown>;
}

export interface SpecResponse {
  /** `200`, a range such as `4XX`, or `default`. */
  status: string;
  headers: { name: string; required: boolean; schema: Schema; example: unknown }[];
  contents: Content[];
}

/** A way to prove who sends a request. */
export interface SecurityScheme {
  type: string;
  /** `bearer` or `basic`, for the type `http`. */
  scheme: string;
  /** Where an `apiKey` is: `header`, `query` or `cookie`. */
  in: string;
  name: string;
}

/** A named response example. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

/** An operation of the document. */
export interface Operation {
  /** The `operationId`; without one, the method and the path template. */
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  parameters: Parameter[];
  body: { required: boolean; contents: Content[] } | undefined;
  responses: SpecResponse[];
  /** Alternatives; each is a list of schemes that belong together. An empty list needs no credential. */
  security: SecurityScheme[][];
  scenarios: ReadonlyMap<string, Scenario>;
  /** Dot paths to the array of a list, from `x-items`; the first that exists counts. */
  items: string[];
}

/** Where an operation stands in its document. */
export interface Place {
  id: string;
  method: string;
  path: string;
  node: Node;
  /** What the operations of the path have in common. */
  shared: Node;
}

/** Reads one operation. Throws a {@link SpecError} for a broken one. */
export function readOperation({ id, method, path, ...place }: Place, document: Node, resolve: Resolve): Operation {
  const node = toJsonSchema(place.node, document);
  const responses = Object.entries(nodeAt(node, "responses"))
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, response]) => readResponse(status, resolve(isNode(response) ? response : {}), resolve));
  if (responses.length === 0) throw new SpecError(`${id} describes no response.`);
  const body = isNode(node.requestBody) ? resolve(node.requestBody) : undefined;
  const items = node["x-items"];
  return {
    id,
    method,
    path,
    parameters: readParameters(toJsonSchema(place.shared, document), node, resolve),
    body: body && { required: body.required === true, contents: readContents(body, resolve) },
    responses,
    security: readSecurity(node, document, resolve),
    scenarios: scenariosOf(responses),
    items: Array.isArray(items) ? items.map(String) : [],
  };
}

/** The operation's own parameters replace those of the same name and place of the path. */
function readParameters(shared: Node, node: Node, resolve: Resolve): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...nodesAt(shared, "parameters"), ...nodesAt(node, "parameters")].map(resolve)) {
    const [name = "", place = "query"] = [textAt(parameter, "name"), textAt(parameter, "in")];
    const style = textAt(parameter, "style") ?? (place === "query" || place === "cookie" ? "form" : "simple");
    const [content] = readContents(parameter, resolve);
    byKey.set(`${place} ${name}`, {
      name,
      in: place,
      required: parameter.required === true,
      style,
      explode: typeof parameter.explode === "boolean" ? parameter.explode : style === "form",
      schema: content?.schema ?? nodeAt(parameter, "schema"),
      isJson: content !== undefined,
      example: [...readExamples(parameter, resolve).values()][0],
    });
  }
  return [...byKey.values()];
}

function readResponse(status: string, response: Node, resolve: Resolve): SpecResponse {
  const headers = Object.entries(nodeAt(response, "headers")).map(([name, value]) => {
    const header = resolve(isNode(value) ? value : {});
    const [content] = readContents(header, resolve);
    const schema = content?.schema ?? nodeAt(header, "schema");
    const [example] = readExamples(header, resolve).values();
    return { name, required: header.required === true, schema, example };
  });
  return { status, headers, contents: readContents(response, resolve) };
}

function readContents(node: Node, resolve: Resolve): Content[] {
  return Object.entries(nodeAt(node, "content")).map(([mediaType, value]) => {
    const media = resolve(isNode(value) ? value : {});
    const schema = media.schema === false ? { not: {} } : media.schema;
    return { mediaType, schema: isNode(schema) ? schema : undefined, examples: readExamples(media, resolve) };
  });
}

function readExamples(node: Node, resolve: Resolve): Map<string, unknown> {
  const named = Object.entries(nodeAt(node, "examples")).flatMap(([name, value]) => {
    const example = resolve(isNode(value) ? value : {});
    return "value" in example ? [[name, example.value] as const] : [];
  });
  return new Map("example" in node ? [["", node.example], ...named] : named);
}

function readSecurity(node: Node, document: Node, resolve: Resolve): SecurityScheme[][] {
  const schemes = nodeAt(nodeAt(document, "components"), "securitySchemes");
  const alternatives = Array.isArray(node.security) ? nodesAt(node, "security") : nodesAt(document, "security");
  return alternatives.map((alternative) =>
    Object.keys(alternative).map((key) => {
      const scheme = resolve(nodeAt(schemes, key));
      const [type = "", place = "", name = ""] = ["type", "in", "name"].map((field) => textAt(scheme, field));
      return { type, in: place, name, scheme: textAt(scheme, "scheme")?.toLowerCase() ?? "" };
    }),
  );
}

function scenariosOf(responses: SpecResponse[]): Map<string, Scenario> {
  const scenarios = new Map<string, Scenario>();
  for (const { status, contents } of responses) {
    // The response `default` has no status of its own.
    if (status === "default") continue;
    for (const { mediaType, examples } of contents) {
      for (const name of examples.keys()) {
        if (name !== "" && !scenarios.has(name)) scenarios.set(name, { name, status: statusOf(status), mediaType });
      }
    }
  }
  return scenarios;
}

/** The response for a status: an exact one, a range such as `4XX`, or `default`. */
export function responseFor({ responses }: Operation, status: number): SpecResponse | undefined {
  const exact = responses.find((response) => response.status === String(status));
  if (exact) return exact;
  const keys = [`${String(status)[0]}XX`, "DEFAULT"];
  return keys.map((key) => responses.find((response) => response.status.toUpperCase() === key)).find(Boolean);
}

/** The status of a response by default: the lowest success, else the first response. */
export function defaultStatus({ responses }: Operation): number {
  const statuses = responses.map(({ status }) => status);
  const success = statuses.filter((status) => status.startsWith("2")).sort()[0];
  if (success !== undefined) return statusOf(success);
  return statuses.includes("default") || statuses[0] === undefined ? 200 : statusOf(statuses[0]);
}

/** Lowest status of a response key; `4XX` gives 400. */
const statusOf = (key: string) => Number(key.toUpperCase().replaceAll("X", "0"));
