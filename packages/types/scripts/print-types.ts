import { type Spec, typeNameOf } from "@testsigma-tms/codegen";
import openapiTS, { astToString, STRING, tsIntersection, tsLiteral, tsUnion } from "openapi-typescript";
import ts from "typescript";
import { nameSchemas } from "./name-schemas.ts";
import { fileKey, prepareDocument } from "./prepare-document.ts";
import { printTemplateKeys } from "./template-keys.ts";
import { writeTextPlainly } from "./write-text-plainly.ts";

/** Prints the source of `src/generated/openapi.ts`. This is the only file that calls openapi-typescript. */
export async function printTypes(spec: Spec): Promise<string> {
  let hasFiles = false;
  const nodes = await openapiTS(prepareDocument(spec), {
    // A request property with a `default` stays optional.
    defaultNonNullable: false,
    transform(schema: { type?: unknown; "x-known-values"?: string[]; [fileKey]?: true }) {
      const knownValues = schema["x-known-values"];
      if (knownValues && (schema.type ?? "string") === "string") return openUnion(knownValues);
      if (!schema[fileKey]) return undefined;
      hasFiles = true;
      return ts.factory.createTypeReferenceNode("FileContent");
    },
  });
  const named = nameSchemas(nodes.filter(hasContent), (name) => typeNameOf(name, spec));
  const source = astToString(writeTextPlainly(named.map(printTemplateKeys)));
  return hasFiles ? `import type { FileContent } from "../file-content.js";\n\n${source}` : source;
}

/**
 * Creates a type such as `"ACTIVE" | "CLOSED" | (string & {})`, which accepts any string, while editors complete the
 * known values.
 */
const openUnion = (values: string[]) =>
  tsUnion([...values.map(tsLiteral), tsIntersection([STRING, ts.factory.createTypeLiteralNode([])])]);

/** Tells whether a declaration has content: `webhooks` and `$defs` have none if the spec has none. */
const hasContent = (node: ts.Node) =>
  !(ts.isTypeAliasDeclaration(node) && ["webhooks", "$defs"].includes(node.name.text));
