import type { Node } from "./node.js";

/** A schema in JSON Schema 2020-12. */
export type Schema = Node;

/** The type that a text of a URL, a header or a form is converted to. `json` stands for arrays and objects in JSON text. */
export type TextType = "string" | "integer" | "number" | "boolean" | "json";

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  isRequired: boolean;
  /** Whether the parameter may be sent several times. */
  isList: boolean;
  /** The type of the parameter, or of an item of its list. */
  type: TextType;
  schema: Schema;
  /** `undefined` if the spec shows none. */
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
  /** The named examples. */
  examples: Readonly<Record<string, unknown>>;
  /** The parts of a form, by name; only for the media types of forms. */
  parts?: Readonly<Record<string, FormPart>>;
}

export interface SpecResponse {
  /** The exemplary values of its headers, by name in small letters. */
  headers: Readonly<Record<string, string>>;
  contents: Content[];
}

/** An operation of the API, as it is generated. */
export interface OperationData {
  /** The `operationId`. */
  id: string;
  /** In capital letters. */
  method: string;
  /** The path template. */
  path: string;
  parameters: Parameter[];
  /** `undefined` for an operation without a body. */
  body?: { isRequired: boolean; contents: Content[] };
  /** By status: `200`, a range such as `4XX`, or `default`. */
  responses: Readonly<Record<string, SpecResponse>>;
  /** Whether a request needs a key. */
  isSecured: boolean;
  /** Dot paths to the array of a list; the first that exists counts. */
  items: string[];
}

/** A named response example. */
export interface Scenario {
  name: string;
  status: number;
  mediaType: string;
}

/** An operation of the API. */
export interface Operation extends OperationData {
  scenarios: ReadonlyMap<string, Scenario>;
}

/** Lists the named response examples of an operation. The response `default` has no status, so its examples do not count. */
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

/** Returns the response for a status: that of the status, of its range such as `4XX`, or `default`. */
export const responseFor = ({ responses }: OperationData, status: number): SpecResponse | undefined =>
  responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default;

/** Returns the status of a response by default: the lowest success, else that of the first response. */
export function defaultStatus({ responses }: OperationData): number {
  const statuses = Object.keys(responses).filter((status) => status !== "default");
  const [success] = statuses.filter((status) => status.startsWith("2")).sort();
  return lowestStatus(success ?? statuses[0] ?? "200");
}

/** Returns 400 for `4XX`. */
const lowestStatus = (key: string) => Number(key.replaceAll("X", "0"));
