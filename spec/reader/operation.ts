import type {
  Example,
  Header,
  MediaType,
  OpenApiDocument,
  OperationObject,
  Parameter,
  PathItem,
  RequestBody,
  Response,
  Schema,
} from "./open-api.ts";
import type { Resolve } from "./resolve.ts";

/** A media type of a body, with its schema, which still has its `$ref`s, and its named examples. */
export interface Content {
  mediaType: string;
  schema: Schema | undefined;
  examples: Record<string, Example>;
}

/** A documented response of one operation. */
export interface SpecResponse {
  /** The status: `200`, a range such as `4XX`, or `default`. */
  status: string;
  description: string;
  isSuccess: boolean;
  headers: Record<string, Header>;
  /** The content by media type; empty if the response has no body. */
  content: Content[];
  provenance: Response["x-provenance"];
  /** The sources, if the statement is observed. */
  sources: string[];
}

/** An operation, with everything that the path item and the document add to it. */
export interface Operation {
  /** The `operationId`; without one, the method and the path template. */
  id: string;
  /** The first tag; `Untagged` if there is none. */
  tag: string;
  /** The method in capital letters. */
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Whether new code should avoid the operation. */
  isDeprecated: boolean;
  /** The parameters of the path item and the operation; the operation's replace those with the same name and place. */
  parameters: Parameter[];
  requestBody: { isRequired: boolean; description: string; content: Content[] } | undefined;
  /** The responses, in the document's order. */
  responses: SpecResponse[];
  /** Whether every request needs a credential. */
  isSecured: boolean;
  /**
   * Whether a second execution changes nothing more: `x-repeatable`, or else what RFC 9110 says about the method.
   */
  isRepeatable: boolean;
  /**
   * The dot paths to the array of a paged response, of which the first that exists wins; empty for any other operation.
   */
  items: string[];
  provenance: OperationObject["x-provenance"];
  /** The sources, if the statement is observed. */
  sources: string[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type Method = (typeof methods)[number];

/** Reads every operation, in the document's order. */
export function readOperations(document: OpenApiDocument, resolve: Resolve): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, node]) => {
    const item = resolve<PathItem>(node);
    const written = Object.keys(item).filter((key): key is Method => methods.some((method) => method === key));
    return written.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(method, path, item, operation, document, resolve)] : [];
    });
  });
}

function readOperation(
  method: string,
  path: string,
  item: PathItem,
  operation: OperationObject,
  document: OpenApiDocument,
  resolve: Resolve,
): Operation {
  const { operationId, tags = [], summary = "", description = "" } = operation;
  const shared = (item.parameters ?? []).map((parameter) => resolve<Parameter>(parameter));
  const own = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(parameter));
  const ownKeys = new Set(own.map(keyOf));
  const security = operation.security ?? document.security ?? [];
  const body = operation.requestBody && resolve<RequestBody>(operation.requestBody);
  return {
    id: operationId ?? `${method.toUpperCase()} ${path}`,
    tag: tags[0] ?? "Untagged",
    method: method.toUpperCase(),
    path,
    summary,
    description,
    isDeprecated: operation.deprecated === true,
    parameters: [...shared.filter((parameter) => !ownKeys.has(keyOf(parameter))), ...own],
    requestBody: body && {
      isRequired: body.required === true,
      description: body.description ?? "",
      content: readContent(body.content, resolve),
    },
    responses: Object.entries(operation.responses ?? {}).map(([status, node]) =>
      readResponse(status, resolve<Response>(node), resolve),
    ),
    isSecured: security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0),
    isRepeatable: operation["x-repeatable"] ?? !["post", "patch"].includes(method),
    items: operation["x-items"] ?? [],
    provenance: operation["x-provenance"],
    sources: operation["x-source"] ?? [],
  };
}

function readResponse(status: string, response: Response, resolve: Resolve): SpecResponse {
  return {
    status,
    description: response.description ?? "",
    isSuccess: status.startsWith("2"),
    headers: mapValues(response.headers ?? {}, (header) => resolve<Header>(header)),
    content: readContent(response.content ?? {}, resolve),
    provenance: response["x-provenance"],
    sources: response["x-source"] ?? [],
  };
}

function readContent(content: Record<string, MediaType>, resolve: Resolve): Content[] {
  return Object.entries(content).map(([mediaType, { schema, examples = {} }]) => ({
    mediaType,
    schema: schema as Schema | undefined,
    examples: mapValues(examples, (example) => resolve<Example>(example)),
  }));
}

/** Returns the documented response for a status: its own, else that of its range (`4XX`), else `default`. */
export function responseFor<Response extends { status: string }>(
  { responses }: { responses: readonly Response[] },
  status: number,
): Response | undefined {
  const keys = [String(status), `${String(status)[0]}XX`, "default"];
  return keys
    .map((key) => responses.find((response) => response.status.toLowerCase() === key.toLowerCase()))
    .find(Boolean);
}

/** Returns the example of a parameter: its own, its first named one, or that of its schema. */
export function exampleOf({ example, examples, schema }: Parameter, resolve: Resolve): unknown {
  const [named] = Object.values(examples ?? {}).map((node) => resolve<Example>(node).value);
  const { example: single, examples: several, enum: allowed } = resolve<Schema>((schema ?? {}) as Schema);
  return example ?? named ?? single ?? (several as unknown[] | undefined)?.[0] ?? allowed?.[0];
}

const keyOf = (parameter: Parameter) => `${parameter.in} ${parameter.name}`;

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
