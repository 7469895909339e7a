import { isNode, type Node } from "../document/node.js";

/** What a request says about the things that its response shows. */
export interface Sent {
  /** The values of its path, by the template's names. */
  path: ReadonlyMap<string, string>;
  /** With `echo`, the properties of its body; `undefined` without. */
  body: Node | undefined;
  /** The properties that its body may have. */
  possible: ReadonlySet<string>;
  /** How many responses were filled before. */
  count: number;
}

/**
 * Fills a documented response from a request. A value of the path replaces the property of the same name, and that of
 * `test_run_id` the `id` of a `test_run` too. With a body, a property that the request named keeps the value it was sent,
 * and one of a new object that it could have named and did not is left out; a new object gets its own `id`, a `human_id`
 * that counts up, and the time of now in the unit of the documented response.
 */
export function fill(documented: unknown, sent: Sent): unknown {
  const filled = fillNode(documented, sent, sent.path.get("id"));
  // Single results are often wrapped once.
  if (!isNode(filled) || !sent.path.has("id") || !isNode(filled.data)) return filled;
  return { ...filled, data: fillNode(filled.data, { ...sent, body: undefined }, sent.path.get("id")) };
}

/** @param id of the object, where the path has it */
function fillNode(documented: unknown, sent: Sent, id?: string): unknown {
  if (Array.isArray(documented)) return documented.map((item) => fillNode(item, { ...sent, body: undefined }));
  if (!isNode(documented)) return documented;
  const entries = Object.entries(documented).flatMap(([name, value]) => {
    const own = ownIdentifier(name, value, documented, id) ?? fromPath(sent.path.get(name), value);
    if (own !== undefined) return [[name, own] as const];
    const made = sent.body && fresh(name, value, sent.count, id !== undefined);
    if (made !== undefined) return [[name, made] as const];
    if (sent.body && Object.hasOwn(sent.body, name)) return [[name, sent.body[name]] as const];
    const isLeftOut = sent.body !== undefined && id === undefined && sent.possible.has(name);
    return isLeftOut ? [] : [[name, fillNode(value, sent, sent.path.get(`${name}_id`))] as const];
  });
  return Object.fromEntries(entries);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A path may name a thing by its `human_id` instead of its `id`. */
function ownIdentifier(name: string, documented: unknown, parent: Node, id: string | undefined): unknown {
  if (id === undefined) return undefined;
  const isHuman = uuid.test(String(parent.id)) && !uuid.test(id) && typeof parent.human_id === "string";
  return name === (isHuman ? "human_id" : "id") ? fromPath(id, documented) : undefined;
}

/** The text of a path in the type of the documented value. */
function fromPath(text: string | undefined, documented: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof documented === "string") return text;
  const isNumber = typeof documented === "number" && text !== "" && Number.isFinite(Number(text));
  return isNumber ? Number(text) : undefined;
}

function fresh(name: string, documented: unknown, count: number, isKnown: boolean): unknown {
  if (name === "updated_at") return now(documented);
  if (isKnown) return undefined;
  if (name === "created_at") return now(documented);
  if (name === "id") return typeof documented === "string" ? crypto.randomUUID() : count;
  const isHuman = name === "human_id" && typeof documented === "string";
  return isHuman ? documented.replace(/\d*$/, String(count)) : undefined;
}

function now(documented: unknown): unknown {
  if (typeof documented === "string") return new Date().toISOString();
  const isSeconds = typeof documented === "number" && documented < 1e11;
  return isSeconds ? Math.floor(Date.now() / 1000) : Date.now();
}

/** Puts back the documented values in those places, given by path, where the filled ones do not match the spec. */
export function restore(filled: unknown, documented: unknown, paths: string[][]): unknown {
  return paths.reduce((result, path) => restoreOne(result, documented, path), filled);
}

function restoreOne(filled: unknown, documented: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return documented;
  if (Array.isArray(filled) && Array.isArray(documented)) {
    return filled.map((item, index) => (String(index) === name ? restoreOne(item, documented[index], rest) : item));
  }
  if (!isNode(filled) || !isNode(documented)) return documented;
  return { ...filled, [name]: restoreOne(filled[name], documented[name], rest) };
}
