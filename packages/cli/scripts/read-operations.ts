import { isFile, isObject, mapAll, type Operation, type Schema, type Spec } from "@testsigma-tms/codegen";
import type { ApiOperation, ApiProperty } from "../src/command/api-operation.ts";

/** Returns what the command line needs to know about each operation. */
export function readOperations({ operations, resolve }: Spec): ApiOperation[] {
  return mapAll(operations, (operation) => ({
    id: operation.id,
    summary: operation.isDeprecated ? `${operation.summary} (deprecated)` : operation.summary,
    tag: operation.tag,
    isDelete: operation.method === "DELETE",
    isPaged: operation.items.length > 0,
    properties: readProperties(operation, resolve),
  }));
}

function readProperties(operation: Operation, resolve: Spec["resolve"]): ApiProperty[] {
  const properties = new Map<string, ApiProperty>();
  const add = (name: string, node: Schema, isRequired: boolean, description = "") => {
    if (properties.has(name)) return;
    if (taken.includes(name))
      throw new Error(`${operation.id}: the property ${name} collides with a flag of \`testsigma-tms api\``);
    const schema = resolve<Schema>(node);
    const text = firstSentence(description || (schema.description ?? ""));
    properties.set(name, { name, kind: kindOf(schema), isRequired, description: text });
  };
  for (const { name, in: place, schema, required, description } of operation.parameters) {
    if (place === "cookie") continue;
    add(name, (schema ?? {}) as Schema, required === true, description);
    const property = properties.get(name);
    if (property && place === "header") properties.set(name, { ...property, isHeader: true });
  }
  // JSON first: if a form takes the same data as text in a part, the JSON is easier to type.
  const [content] = (operation.requestBody?.content ?? []).toSorted(
    (one, other) => rank(one.mediaType) - rank(other.mediaType),
  );
  const body = content?.schema ? resolve<Schema>(content.schema) : undefined;
  if (body && !isObject(body, resolve)) add("body", body, operation.requestBody?.isRequired === true);
  for (const [name, schema] of Object.entries(body?.properties ?? {})) {
    add(name, schema as Schema, body?.required?.includes(name) === true);
  }
  return [...properties.values()];
}

/** Flags that every operation can have. */
const taken = ["input", "output", "all", "yes", "project"];

const rank = (mediaType: string) => (mediaType === "application/json" ? 0 : 1);

function kindOf(schema: Schema): ApiProperty["kind"] {
  if (isFile(schema)) return "file";
  return schema.type === "string" ? "text" : "json";
}

/** Returns the first sentence without Markdown, which a terminal does not render. */
function firstSentence(description: string): string {
  const [sentence = ""] = description.replace(/\s+/g, " ").split(/(?<=\.)\s/);
  return sentence.replace(/\*\*|`/g, "").trim();
}
