import { Rejection } from "./response.js";

/** An object from parsed JSON, with unknown properties. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The maximum nesting of JSON: what walks down a value, or prints it, would overflow the stack at some thousands. */
const maxDepth = 100;

/** Parses JSON. Rejects with 400 what is not JSON or is nested too deeply. */
export function parseJson(text: string, name = "The body"): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Rejection(400, `${name} is not valid JSON: ${(error as Error).message}`);
  }
  if (isDeeperThan(maxDepth, value)) throw new Rejection(400, `${name} is nested deeper than ${maxDepth} levels.`);
  return value;
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(depth - 1, inner));
}
