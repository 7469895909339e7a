import { isFile, type Schema, type Spec, typeNameOf } from "@testsigma-tms/spec/reader";
import openapiTS, { astToString, STRING, tsIntersection, tsLiteral, tsUnion } from "openapi-typescript";
import ts from "typescript";
import { prepareDocument } from "./prepare-document.ts";
import { printErrorBodies } from "./print-error-bodies.ts";

/** Prints the source of `src/generated/openapi.ts`. This is the only file that calls openapi-typescript. */
export async function printTypes(spec: Spec): Promise<string> {
  const nodes = await openapiTS(prepareDocument(spec), {
    // A request property with a `default` stays optional.
    defaultNonNullable: false,
    transform(node: object) {
      const { "x-known-values": knownValues, ...schema } = node as Schema;
      if (knownValues && (schema.type ?? "string") === "string") return openUnion(knownValues);
      return isFile(schema as object) ? ts.factory.createTypeReferenceNode("FileContent") : undefined;
    },
  });
  const source = nameSchemas(astToString(nodes), spec)
    // The spec has neither.
    .replaceAll(/^export type (webhooks|\$defs) = .*\n/gm, "")
    // The names that a pattern allows.
    .replaceAll(/"`(.+)`"\?: /g, (_, name: string) => `[key: \`${name.replaceAll("<", "${").replaceAll(">", "}")}\`]: `)
    .replaceAll(/^( *)\/\*\*([\s\S]*?)\*\/\n/gm, (_, indent: string, text: string) => printComment(indent, text));
  const imports = source.includes("FileContent") ? 'import type { FileContent } from "../file-content.js";\n\n' : "";
  return `${imports}${source}\n${printErrorBodies(spec)}`;
}

/**
 * Creates a type such as `"ACTIVE" | "CLOSED" | (string & {})`, which accepts any string, while editors complete the
 * known values.
 */
function openUnion(values: string[]): ts.TypeNode {
  return tsUnion([...values.map(tsLiteral), tsIntersection([STRING, ts.factory.createTypeLiteralNode([])])]);
}

/**
 * Declares every schema as a type, and refers to it by its name everywhere. The `rootTypes` of openapi-typescript are
 * aliases of `components["schemas"]["TestRun"]`: editors and errors show the whole content instead of the name.
 */
function nameSchemas(source: string, spec: Spec): string {
  const declarations: string[] = [];
  const member = /^ {8}(\/\*\*[\s\S]*?\*\/\n {8})?(["\w.-]+): ([\s\S]*?;\n)(?= {8}[/"\w]|(?![\s\S]))/gm;
  const rest = source.replace(/(?<=^ {4}schemas: \{\n)[\s\S]*?(?=^ {4}\};$)/m, (schemas) =>
    schemas.replaceAll(member, (_, comment = "", key: string, type: string) => {
      const name = typeNameOf(key.replaceAll('"', ""), spec);
      declarations.push(`${comment}export type ${name} = ${type}`.replaceAll(/^ {8}/gm, ""));
      return `        ${key}: ${name};\n`;
    }),
  );
  return `${declarations.join("")}${rest}`.replaceAll(/components\["schemas"\]\["([^"]+)"\]/g, (_, name: string) =>
    typeNameOf(name, spec),
  );
}

/**
 * Prints a comment of openapi-typescript with the text first instead of after `@description`, without the indentation
 * that Markdown shows as code, and without the tags that repeat the type.
 */
function printComment(indent: string, comment: string): string {
  const lines = comment.replaceAll(/^ *\* ?/gm, "").trim();
  const parts = lines.split(/\n(?! {4}|\n)/).map((part) => part.replaceAll(/\n {4}/g, "\n").trim());
  const kept = parts.filter((part) => !/^@(enum|constant)\b/.test(part));
  const tags = kept.filter((part) => /^@(?!description)/.test(part));
  const texts = kept.filter((part) => !tags.includes(part)).map((part) => part.replace(/^@description\s*/, ""));
  const formats = texts.filter((part) => part.startsWith("Format: "));
  const paragraphs = [...texts.filter((part) => !formats.includes(part)), ...formats, tags.join("\n")];
  const text = paragraphs.filter(Boolean).join("\n\n");
  if (!text.includes("\n")) return text ? `${indent}/** ${text} */\n` : "";
  return `${indent}/**\n${text.replaceAll(/^/gm, `${indent} * `).replaceAll(/ +$/gm, "")}\n${indent} */\n`;
}
