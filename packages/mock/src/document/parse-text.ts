import { isNode, type Node } from "./node.js";
import { SpecError } from "./spec-source.js";

/** Aliases of YAML can make a small file larger than memory; large real documents have under a million nodes. */
const maxNodes = 5_000_000;
/** A document that is nested deeper could not be walked everywhere; large real documents have under a hundred levels. */
const maxDepth = 1000;

/** Parses a document in JSON or YAML. Throws a {@link SpecError} that names the document. */
export async function parseText(text: string, name: string): Promise<Node> {
  const document = await parse(text, name);
  if (!isNode(document)) throw new SpecError(`${name} is not a usable OpenAPI document: it holds no object.`);
  return document;
}

async function parse(text: string, name: string): Promise<unknown> {
  try {
    return await (text.trimStart().startsWith("{") ? parseJson(text, name) : parseYaml(text, name));
  } catch (cause) {
    if (cause instanceof SpecError) throw cause;
    throw new SpecError(`${name} is not a usable OpenAPI document: ${(cause as Error).message}`, { cause });
  }
}

/** YAML may start with a brace too, but its parser takes far longer. */
async function parseJson(text: string, name: string): Promise<unknown> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (text.trimEnd().endsWith("}")) return parseYaml(text, name);
    throw error;
  }
  // JSON has no aliases, so that nothing else is unbounded.
  if (isDeeper(document, maxDepth)) throw new SpecError(`${name} is nested too deeply.`);
  return document;
}

async function parseYaml(text: string, name: string): Promise<unknown> {
  const { CORE_SCHEMA, load } = await import("js-yaml");
  const document = load(text, { schema: CORE_SCHEMA });
  assertBounded(document, name);
  return document;
}

function isDeeper(node: unknown, depth: number): boolean {
  if (typeof node !== "object" || node === null) return false;
  return depth === 0 || Object.values(node).some((child) => isDeeper(child, depth - 1));
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
