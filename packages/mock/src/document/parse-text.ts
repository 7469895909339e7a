import { isNode, type Node } from "./node.js";
import { SpecError } from "./spec-source.js";

/** Aliases of YAML can make a small file larger than memory; large real documents have under a million nodes. */
const maxNodes = 5_000_000;

/** Parses a document in JSON or YAML. Throws a {@link SpecError} that names the document. */
export async function parseText(text: string, name: string): Promise<Node> {
  const document = await parse(text, name);
  if (!isNode(document)) throw new SpecError(`${name} is not a usable OpenAPI document: it holds no object.`);
  assertBounded(document, name);
  return document;
}

async function parse(text: string, name: string): Promise<unknown> {
  try {
    return await (text.trimStart().startsWith("{") ? parseJson(text) : parseYaml(text));
  } catch (cause) {
    throw new SpecError(`${name} is not a usable OpenAPI document: ${(cause as Error).message}`, { cause });
  }
}

/** YAML may start with a brace too, but its parser takes far longer. */
async function parseJson(text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trimEnd().endsWith("}")) return parseYaml(text);
    throw error;
  }
}

async function parseYaml(text: string): Promise<unknown> {
  const { CORE_SCHEMA, load } = await import("js-yaml");
  return load(text, { schema: CORE_SCHEMA });
}

/** Throws where the document contains itself, is nested too deeply to be walked, or is too large when aliases are followed. */
export function assertBounded(document: unknown, name: string): void {
  const sizes = new Map<object, number>();
  const sizeOf = (node: unknown): number => {
    if (typeof node !== "object" || node === null) return 1;
    const known = sizes.get(node);
    if (known === Number.POSITIVE_INFINITY) throw new SpecError(`${name} contains itself through an alias.`);
    if (known !== undefined) return known;
    sizes.set(node, Number.POSITIVE_INFINITY);
    const size = Object.values(node).reduce((sum: number, child) => sum + sizeOf(child), 1);
    sizes.set(node, size);
    return size;
  };
  try {
    const size = sizeOf(document);
    if (size > maxNodes) throw new SpecError(`${name} expands to ${size} nodes; the limit is ${maxNodes}.`);
  } catch (error) {
    throw error instanceof RangeError ? new SpecError(`${name} is nested too deeply.`, { cause: error }) : error;
  }
}
