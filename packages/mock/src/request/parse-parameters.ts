import { isNode, nodeAt } from "../document/node.js";
import type { Operation, Parameter } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import type { RequestHeaders } from "./mock-request.js";

/** What a request carries beside its body. */
export interface Carried {
  /** The path, without the base path. */
  path: string;
  /** The texts that the path has in the places of its template's names. */
  values: ReadonlyMap<string, string>;
  query: URLSearchParams;
  headers: RequestHeaders;
}

/** Headers that OpenAPI describes elsewhere. */
const otherHeaders = new Set(["accept", "authorization", "content-type"]);

/** A parameter with what its schema says about the shape of its value. */
export interface ShapedParameter extends Parameter {
  isArray: boolean;
  isObject: boolean;
  /** Of the properties of an object. */
  names: string[];
}

/** The parameters of an operation in one place. */
export const parametersIn = ({ parameters }: Operation, place: string): Parameter[] =>
  parameters.filter(
    ({ in: one, name }) => one === place && !(place === "header" && otherHeaders.has(name.toLowerCase())),
  );

const readers: Record<string, (carried: Carried, parameter: ShapedParameter) => unknown> = {
  path: ({ values }, parameter) => parseDelimited(values.get(parameter.name), parameter),
  query: ({ query }, parameter) => parseQuery(query, parameter),
  header: ({ headers }, parameter) => parseDelimited(headers.get(parameter.name) ?? undefined, parameter),
  cookie: ({ headers }, parameter) => parseDelimited(readCookie(headers, parameter.name), parameter),
};

/** The values of parameters, by name, `undefined` where the request has none; still text where they are single. */
export function parseParameters(parameters: ShapedParameter[], carried: Carried): Record<string, unknown> {
  const entries = parameters.map((parameter) => {
    const value = readers[parameter.in]?.(carried, parameter);
    return [parameter.name, parameter.isJson && typeof value === "string" ? parseJson(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

export function withShape(parameter: Parameter, resolve: Resolve): ShapedParameter {
  const { schema, isJson } = parameter;
  const resolved = resolve(schema);
  const types = [resolved.type].flat();
  const isObject = types.includes("object") || isNode(resolved.properties);
  return {
    ...parameter,
    isArray: !isJson && types.includes("array"),
    isObject: !isJson && isObject,
    names: Object.keys(nodeAt(resolved, "properties")),
  };
}

const templates = new WeakMap<Operation, { names: string[]; pattern: RegExp }>();

/** The texts that a path has in the places of its template's names. */
export function pathValues(operation: Operation, path: string): Map<string, string> {
  const template = templates.get(operation) ?? readTemplate(operation);
  templates.set(operation, template);
  const [, ...texts] = template.pattern.exec(path) ?? [];
  return new Map(template.names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]));
}

function readTemplate({ path }: Operation) {
  // Texts and names by turns.
  const parts = path.split(/\{([^}]*)\}/);
  const isName = (index: number) => index % 2 === 1;
  const pattern = parts.map((part, index) => (isName(index) ? "([^/]+)" : patternOf(part))).join("");
  return { names: parts.filter((_, index) => isName(index)), pattern: new RegExp(`^${pattern}/?$`) };
}

/** The regular expression of a text in a path template, as it stands in a URL. */
export const patternOf = (text: string): string => encodeURI(text).replace(/[.*+?$()]/g, "\\$&");

const separators: Record<string, string> = { spaceDelimited: " ", pipeDelimited: "|", label: ".", matrix: ";" };

/** A value whose parts stand in one text. */
function parseDelimited(text: string | undefined, parameter: ShapedParameter): unknown {
  const { name, style, explode, isArray, isObject } = parameter;
  if (text === undefined) return undefined;
  const prefix = style === "label" ? "." : style === "matrix" ? (explode && isObject ? ";" : `;${name}=`) : "";
  const rest = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (!isArray && !isObject) return rest;
  const separator = explode || !["label", "matrix"].includes(style) ? (separators[style] ?? ",") : ",";
  const parts = rest.split(separator);
  if (isArray) return parts.map((part) => (style === "matrix" ? part.replace(`${name}=`, "") : part));
  if (explode) return Object.fromEntries(parts.map((part) => part.split(/=(.*)/s)));
  return pairs(parts);
}

const pairs = (parts: string[]): Record<string, unknown> =>
  Object.fromEntries(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [])));

function parseQuery(query: URLSearchParams, parameter: ShapedParameter): unknown {
  const { name, style, explode, isArray, isObject, names } = parameter;
  if (isObject && style === "deepObject") return parseDeepObject(query, name);
  if (isObject && explode) {
    const present = names.filter((key) => query.has(key)).map((key) => [key, query.get(key)] as const);
    return present.length > 0 ? Object.fromEntries(present) : undefined;
  }
  const texts = query.getAll(name);
  if (texts.length === 0) return undefined;
  if (isArray && explode) return texts;
  return texts.length > 1 && !isArray ? texts : parseDelimited(texts.join(","), { ...parameter, explode: false });
}

/** `filter[status]=open&filter[owner][id]=5`. */
function parseDeepObject(query: URLSearchParams, name: string): unknown {
  const result: Record<string, unknown> = Object.create(null);
  let isPresent = false;
  for (const [key, value] of query) {
    if (!key.startsWith(`${name}[`)) continue;
    isPresent = true;
    const path = key.slice(name.length + 1, -1).split("][");
    let target = result;
    for (const part of path.slice(0, -1)) {
      const inner = target[part];
      const next: Record<string, unknown> = isNode(inner) ? { ...inner } : Object.create(null);
      target[part] = next;
      target = next;
    }
    target[path.at(-1) ?? ""] = value;
  }
  return isPresent ? result : undefined;
}

/** The text of a cookie; `undefined` where the request lacks it. */
export function readCookie(headers: RequestHeaders, name: string): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(";").map((cookie) => cookie.trim().split(/=(.*)/s));
  return cookies.find(([key]) => key === name)?.[1];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
