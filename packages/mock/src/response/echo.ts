import { randomUUID } from "node:crypto";

/** What a request named, and what it could have named. */
export interface Sent {
  values: Readonly<Record<string, unknown>>;
  /** Members that the document lets a request name. */
  possible: ReadonlySet<string>;
}

/**
 * Fills a documented answer from a request: a member that the request named keeps the value it was sent, and one that it
 * could have named and did not is left out. `id` is new, `human_id` counts up, and `created_at` and `updated_at` are now,
 * in the unit of the documented answer.
 */
export function echo(documented: unknown, sent: Sent, count: number): unknown {
  if (!isObject(documented)) return documented;
  const members = Object.entries(documented).flatMap(([name, value]) => {
    const made = fresh(name, value, count);
    if (made !== undefined) return [[name, made]];
    if (Object.hasOwn(sent.values, name) && isSameType(sent.values[name], value)) return [[name, sent.values[name]]];
    return sent.possible.has(name) ? [] : [[name, echo(value, sent, count)]];
  });
  return Object.fromEntries(members);
}

function fresh(name: string, documented: unknown, count: number): unknown {
  switch (name) {
    case "id":
      return typeof documented === "string" ? randomUUID() : count;
    case "human_id":
      return typeof documented === "string" ? documented.replace(/\d*$/, String(count)) : undefined;
    case "created_at":
    case "updated_at":
      return now(documented);
    default:
      return undefined;
  }
}

function now(documented: unknown): unknown {
  if (typeof documented === "string") return new Date().toISOString();
  const isSeconds = typeof documented === "number" && documented < 1e11;
  return isSeconds ? Math.floor(Date.now() / 1000) : Date.now();
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSameType = (a: unknown, b: unknown) => typeof a === typeof b && Array.isArray(a) === Array.isArray(b);
