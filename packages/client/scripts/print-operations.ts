import type { Spec } from "@testsigma-tms/codegen";
import { printDocs } from "./print-docs.ts";
import type { Operation } from "./read-operations.ts";

/** Prints the TypeScript source of `src/generated/operations.ts`. */
export function printOperations(operations: Operation[], { document }: Spec): string {
  const types = operations.map(printTypes).join("\n");
  const typeNames = [
    "FormParts",
    "HeaderProperties",
    "JsonBody",
    "PathProperties",
    "QueryProperties",
    "Result",
    "WholeBody",
  ];
  const used = typeNames.filter((name) => types.includes(`${name}<`));
  const typeImport = `import type { ${used.join(", ")} } from "../operations/operation-types.js";\n`;
  return `${used.length > 0 ? typeImport : ""}import type { OperationRoute } from "../operations/route.js";
import type { CallOptions } from "../options/call-options.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ${JSON.stringify((document.servers ?? []).map(({ url }) => url))} as const;

${types}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map(printMethod).join("\n")}}

/** How each operation is sent, and what its successful response must hold. */
export const operationRoutes: Readonly<Record<keyof OperationMethods, OperationRoute>> = {
${operations.map(({ id, route }) => `  ${id}: ${printLiteral(route)},\n`).join("")}};
`;
}

const capitalised = (name: string) => name[0]?.toUpperCase() + name.slice(1);

function printTypes({ id, parameters, body, success, route }: Operation): string {
  const bodies = [
    body?.json === "properties" && `JsonBody<"${id}">`,
    body?.json === "whole" && `WholeBody<"${id}">`,
    body?.form && `FormParts<"${id}">`,
  ].filter(Boolean);
  const parts = [
    parameters.path.length > 0 && `PathProperties<"${id}">`,
    parameters.query.length > 0 && `QueryProperties<"${id}">`,
    bodies.length > 1 ? `(${bodies.join(" | ")})` : bodies[0],
    parameters.header.length > 0 && `HeaderProperties<"${id}">`,
  ].filter(Boolean);
  const statuses = success.jsonStatuses.map((status) => (/^\d+$/.test(status) ? status : JSON.stringify(status)));
  const results = [
    statuses.length > 0 && `Result<"${id}", ${statuses.join(" | ")}>`,
    route.returns && { text: "string", blob: "Blob" }[route.returns],
    success.mayBeEmpty && "undefined",
  ].filter(Boolean);
  return `/** Input of \`${id}\`: path, query and body properties side by side. */
export type ${capitalised(id)}Input = ${parts.join(" & ") || "Record<never, never>"};
/** What \`${id}\` resolves to: the body of the successful response, unchanged. */
export type ${capitalised(id)}Result = ${results.join(" | ")};
`;
}

function printMethod(operation: Operation): string {
  const { id, isInputOptional } = operation;
  const comment = printDocs(operation).map((line) => `   * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `  /**
${comment.join("\n")}
   */
  ${id}(input${isInputOptional ? "?" : ""}: ${capitalised(id)}Input, options?: CallOptions): Promise<${capitalised(id)}Result>;
`;
}

/** Prints data as an object literal. */
const printLiteral = (value: unknown) => JSON.stringify(value).replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:");
