import type { GenerateOptions, JsonSchema } from "json-schema-faker";
import type { Schema } from "../document/operation.js";
import type { Resolve } from "../document/resolve.js";
import { inOrder } from "./in-order.js";
import { plausibleSchema } from "./plausible-schema.js";

/** Makes values for the schemas of one document. Most match their schema: the caller checks them. */
export class Generator {
  readonly #resolve: Resolve;
  readonly #plausible = new Map<Schema, JsonSchema>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** The same seed makes the same value. `examples` show what the value looks like. */
  async generate(schema: Schema, examples: unknown[], seed: string): Promise<unknown> {
    const plausible = this.#plausible.get(schema) ?? plausibleSchema(schema, this.#resolve, examples);
    this.#plausible.set(schema, plausible);
    return inOrder(await make(plausible, { seed: hash(seed), alwaysFakeOptionals: true }));
  }

  /** A small value of the schema's examples and defaults, where it has them; the same each time. */
  async sample(schema: Schema, onlyRequired: boolean): Promise<unknown> {
    const optional = onlyRequired ? { optionalsProbability: 0 } : { alwaysFakeOptionals: true };
    const sampled = { useExamplesValue: true, useDefaultValue: true, maxDefaultItems: 1, seed: 1 };
    return make(plausibleSchema(schema, this.#resolve), { ...sampled, ...optional });
  }
}

async function make(schema: JsonSchema, options: GenerateOptions & { seed: number }): Promise<unknown> {
  const { generateSync } = await import("json-schema-faker");
  const faker = JSON.stringify(schema).includes('"faker":') ? await loadFaker() : undefined;
  // Nothing may run between the seed and its use: all generators share one faker.
  faker?.seed(options.seed);
  return generateSync(schema, { maxDepth: 12, fillProperties: false, extensions: { faker }, ...options });
}

/** What `x-faker` calls: an optional package, because it is large and few documents need it. */
async function loadFaker() {
  const { faker } = await import("@faker-js/faker").catch((cause: Error) => {
    throw new Error("x-faker needs the package @faker-js/faker. Install it beside the mock.", { cause });
  });
  return faker;
}

/** A number of 32 bits for a text (FNV-1a). */
function hash(text: string): number {
  let result = 0x811c9dc5;
  for (const character of text) result = Math.imul(result ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return result >>> 0;
}
