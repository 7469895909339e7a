import { merged, type Resolve, type Schema } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import type { MockRequest } from "../http/request.js";

/** How a text becomes a value: the type of a schema, and whether it is a list of them. */
export interface TextKind {
  type: string;
  isList: boolean;
}

/** Returns how a parameter, or a part of a form, is read. */
export function textKind(schema: Schema, resolve: Resolve): TextKind {
  const { type, items } = merged(schema, resolve);
  const [first = "string"] = [type ?? []].flat();
  if (first !== "array") return { type: first, isList: false };
  const { type: itemType } = textKind((items ?? {}) as Schema, resolve);
  return { type: itemType, isList: true };
}

/** Reads texts as a value. A text that is not of the type stays a text, so that its schema rejects it. */
export function fromTexts(texts: string[], { type, isList }: TextKind): unknown {
  const values = texts.map((text) => fromText(text, type));
  return isList || values.length > 1 ? values : values[0];
}

function fromText(text: string, type: string): unknown {
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  // `Number` would also accept "", "0x10", "0b11" and "Infinity".
  const pattern = type === "integer" ? /^-?\d+$/ : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
  return (type === "integer" || type === "number") && pattern.test(text) ? Number(text) : text;
}

/** The parameters of one place, with the schema of an object that has all of them. */
export interface PlacedParameters {
  place: "path" | "query" | "header";
  kinds: ReadonlyMap<string, TextKind>;
  schema: object;
}

/** Groups the parameters of an operation by place. Cookies have none: the client cannot send one. */
export function placedParameters({ parameters }: MockOperation, resolve: Resolve): PlacedParameters[] {
  return (["path", "query", "header"] as const).flatMap((place) => {
    const placed = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name = "", required, schema = {} }) => ({
        // Names of headers are case-insensitive.
        name: place === "header" ? name.toLowerCase() : name,
        required,
        schema: schema as Schema,
      }))
      .filter(({ name }) => place !== "header" || !describedElsewhere.has(name));
    if (placed.length === 0) return [];
    return {
      place,
      kinds: new Map(placed.map(({ name, schema }) => [name, textKind(schema, resolve)])),
      schema: {
        properties: Object.fromEntries(placed.map(({ name, schema }) => [name, schema])),
        required: placed.filter(({ required }) => required).map(({ name }) => name),
      },
    };
  });
}

/** Headers that OpenAPI does not describe as parameters. */
const describedElsewhere = new Set(["accept", "authorization", "content-type"]);

/** Reads the parameters of one place. */
export function readParameters(
  { place, kinds }: PlacedParameters,
  { url, headers }: MockRequest,
  path: ReadonlyMap<string, string>,
): object {
  const values: Record<string, unknown> = {};
  for (const [name, kind] of kinds) {
    const texts =
      place === "query" ? url.searchParams.getAll(name) : one(place === "path" ? path.get(name) : headers[name]);
    if (texts.length > 0) values[name] = fromTexts(kind.isList && place !== "query" ? splitAll(texts) : texts, kind);
  }
  return values;
}

const one = (text: string | undefined) => (text === undefined ? [] : [text]);

/** Splits a list in a path or a header (`style: simple`). */
const splitAll = (texts: string[]) => texts.flatMap((text) => text.split(",").map((item) => item.trim()));
