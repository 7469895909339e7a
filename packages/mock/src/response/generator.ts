import type { JsonSchema } from "json-schema-faker";
import type { Resolve } from "../api/api.js";
import { isNode } from "../api/node.js";
import type { Schema } from "../api/operation.js";
import { hash } from "../hash.js";
import { plausibleSchema } from "./plausible-schema.js";

/** Makes values for the schemas of an API. Not every value matches its schema, so the caller must check them. */
export class Generator {
  readonly #resolve: Resolve;
  readonly #plausible = new Map<Schema, JsonSchema>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** Makes a value like the examples. The same seed makes the same value. */
  async generate(schema: Schema, examples: unknown[], seed: string): Promise<unknown> {
    const { generateSync } = await import("json-schema-faker");
    const plausible = this.#plausible.get(schema) ?? plausibleSchema(schema, this.#resolve, examples);
    this.#plausible.set(schema, plausible);
    const options = { maxDepth: 12, fillProperties: false, alwaysFakeOptionals: true, seed: hash(seed) };
    return inOrder(generateSync(plausible, options));
  }
}

/** Pairs of properties with times, the first of which must not be after the second. */
const orderedTimes = [
  ["created_at", "updated_at"],
  ["start_date", "end_date"],
] as const;

/** Swaps generated times where needed, so that nothing ends before it starts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isNode(value)) return value;
  const properties = Object.fromEntries(Object.entries(value).map(([name, property]) => [name, inOrder(property)]));
  for (const [earlier, later] of orderedTimes) {
    const [first, second] = [properties[earlier], properties[later]];
    if (typeof first !== "number" || typeof second !== "number" || first <= second) continue;
    Object.assign(properties, { [earlier]: second, [later]: first });
  }
  return properties;
}
