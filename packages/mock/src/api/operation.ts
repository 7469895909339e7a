import type { Node } from "./node.js";

/** A schema in JSON Schema 2020-12. */
export type Schema = Node;

/** The type that text from a URL, a header or a form is converted to. `json` is an array or object as JSON text. */
export type TextType = "string" | "integer" | "number" | "boolean" | "json";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  isRequired: boolean;
  /** True if the parameter may be sent several times. */
  isList: boolean;
  /** The type of the parameter, or of an item of its list. */
  type: TextType;
  schema: Schema;
  /** The example in the spec; `undefined` if there is none. */
  example?: unknown;
}

/** A part of a form. */
export interface FormPart {
  type: TextType | "file";
  isList: boolean;
}

/** A body in one media type. */
export interface Content {
  mediaType: string;
  schema: Schema;
  examples: Readonly<Record<string, unknown>>;
  /** The parts of a form, by name; only for the media types of forms. */
  parts?: Readonly<Record<string, FormPart>>;
}

export interface SpecResponse {
  /** Example values of its headers, by name in lower case. */
  headers: Readonly<Record<string, string>>;
  contents: Content[];
}

/** An operation of the API, as in the generated data. */
export interface OperationData {
  /** The `operationId` in the spec. */
  id: string;
  /** The HTTP method, in upper case. */
  method: string;
  /** The path template. */
  path: string;
  parameters: Parameter[];
  /** `undefined` for an operation without a body. */
  body?: { isRequired: boolean; contents: Content[] };
  /** The responses, by status: `200`, a range such as `4XX`, or `default`. */
  responses: Readonly<Record<string, SpecResponse>>;
  /** True if a request needs an API key. */
  isSecured: boolean;
  /** Dot paths to the array in the response of a list operation; the first one that exists is used. */
  items: string[];
}

/** The data about the API that the mock needs, as `scripts/api-data.ts` reads it from the spec. */
export interface ApiData {
  /** Path prefixes of the spec's servers, such as `/api/v1`; at least one. */
  basePaths: string[];
  /** Hosts of the spec's servers, such as `arcus.testsigma.com`. */
  hosts: string[];
  operations: OperationData[];
  /** The named schemas. A `$ref` holds one of these names. */
  schemas: Record<string, Schema>;
}

/** A named response example. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

export interface Operation extends OperationData {
  scenarios: ReadonlyMap<string, Scenario>;
}

/** Lists the named response examples of an operation, except those of `default`, which has no status. */
export function readScenarios({ responses }: OperationData): Map<string, Scenario> {
  const scenarios = Object.entries(responses)
    .filter(([status]) => status !== "default")
    .flatMap(([status, { contents }]) =>
      contents.flatMap(({ mediaType, examples }) =>
        Object.keys(examples).map((name) => [name, { name, status: lowestStatus(status), mediaType }] as const),
      ),
    );
  return new Map(scenarios);
}

/** Returns the response for a status: the one for the status itself, else for its range (`4XX`), else `default`. */
export const responseFor = ({ responses }: OperationData, status: number): SpecResponse | undefined =>
  responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;

/** Returns the status that the mock responds with by default: the lowest success, else that of the first response. */
export function defaultStatus({ responses }: OperationData): number {
  const statuses = Object.keys(responses).filter((status) => status !== "default");
  const [success] = statuses.filter((status) => status.startsWith("2")).sort();
  return lowestStatus(success ?? statuses[0] ?? "200");
}

/** Returns 400 for `4XX`. */
const lowestStatus = (key: string) => Number(key.replaceAll("X", "0"));
