import { isNode, nodeAt } from "../document/node.js";
import type { Operation, Parameter } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import type { RequestHeaders } from "./mock-request.js";

/** What a request carries beside its body. */
export interface Carried {
  /** The path, without the base path. */
  path: string;
  query: URLSearchParams;
  headers: RequestHeaders;
}

/** Headers that OpenAPI describes elsewhere. */
const otherHeaders = new Set(["accept", "authorization", "content-type"]);

/** The parameters of an operation in one place. */
export const parametersIn = ({ parameters }: Operation, place: string): Parameter[] =>
  parameters.filter(
    ({ in: one, name }) => one === place && !(place === "header" && otherHeaders.has(name.toLowerCase())),
  );

/** The values of an operation's parameters in one place, by name, as far as the request has them; still text where they are single. */
export function parseParameters(
  operation: Operation,
  place: string,
  carried: Carried,
  resolve: Resolve,
): Record<string, unknown> {
  const readers: Record<string, (parameter: Parameter, shape: Shape) => unknown> = {
    path: (parameter, shape) =>
      parseDelimited(pathValues(operation.path, carried.path).get(parameter.name), parameter, shape),
    query: (parameter, shape) => parseQuery(carried.query, parameter, shape),
    header: (parameter, shape) => parseDelimited(carried.headers.get(parameter.name) ?? undefined, parameter, shape),
    cookie: (parameter, shape) => parseDelimited(readCookie(carried.headers, parameter.name), parameter, shape),
  };
  const entries = parametersIn(operation, place).flatMap((parameter) => {
    const shape = shapeOf(parameter, resolve);
    const value = readers[place]?.(parameter, shape);
    if (value === undefined) return [];
    return [[parameter.name, parameter.isJson && typeof value === "string" ? parseJson(value) : value] as const];
  });
  return Object.fromEntries(entries);
}

interface Shape {
  isArray: boolean;
  isObject: boolean;
  names: string[];
}

function shapeOf({ schema, isJson }: Parameter, resolve: Resolve): Shape {
  const resolved = resolve(schema);
  const types = [resolved.type].flat();
  const isObject = types.includes("object") || isNode(resolved.properties);
  return {
    isArray: !isJson && types.includes("array"),
    isObject: !isJson && isObject,
    names: Object.keys(nodeAt(resolved, "properties")),
  };
}

/** The texts that a path has in the places of its template's names. */
export function pathValues(template: string, path: string): Map<string, string> {
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const pattern = template
    .split(/\{[^}]*\}/)
    .map(escapePattern)
    .join("([^/]+)");
  const [, ...texts] = new RegExp(`^${pattern}/?$`).exec(path) ?? [];
  return new Map(names.map((name, index) => [name, decodeURIComponent(texts[index] ?? "")]));
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const separators: Record<string, string> = { spaceDelimited: " ", pipeDelimited: "|", label: ".", matrix: ";" };

/** A value whose parts stand in one text. */
function parseDelimited(text: string | undefined, { name, style, explode }: Parameter, shape: Shape): unknown {
  if (text === undefined) return undefined;
  const prefix = style === "label" ? "." : style === "matrix" ? (explode && shape.isObject ? ";" : `;${name}=`) : "";
  const rest = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (!shape.isArray && !shape.isObject) return rest;
  const separator = explode || !["label", "matrix"].includes(style) ? (separators[style] ?? ",") : ",";
  const parts = rest.split(separator);
  if (shape.isArray) return parts.map((part) => (style === "matrix" ? part.replace(`${name}=`, "") : part));
  if (explode) return Object.fromEntries(parts.map((part) => part.split(/=(.*)/s).slice(0, 2)));
  return pairs(parts);
}

const pairs = (parts: string[]): Record<string, unknown> =>
  Object.fromEntries(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [])));

function parseQuery(query: URLSearchParams, parameter: Parameter, shape: Shape): unknown {
  const { name, style, explode } = parameter;
  if (shape.isObject && style === "deepObject") return parseDeepObject(query, name);
  if (shape.isObject && style === "form" && explode) {
    const present = shape.names.filter((key) => query.has(key)).map((key) => [key, query.get(key)] as const);
    return present.length > 0 ? Object.fromEntries(present) : undefined;
  }
  const texts = query.getAll(name);
  if (texts.length === 0) return undefined;
  if (shape.isArray && explode) return texts;
  return texts.length > 1 && !shape.isArray
    ? texts
    : parseDelimited(texts.join(","), { ...parameter, explode: false }, shape);
}

/** `filter[status]=open&filter[owner][id]=5`. */
function parseDeepObject(query: URLSearchParams, name: string): unknown {
  const result: Record<string, unknown> = Object.create(null);
  let isPresent = false;
  for (const [key, value] of query) {
    if (!key.startsWith(`${name}[`)) continue;
    isPresent = true;
    const path = [...key.matchAll(/\[([^\]]*)\]/g)].map(([, part = ""]) => part);
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
