import type { Spec } from "@testsigma-tms/codegen";
import { printDocs } from "./print-docs.ts";
import { printTypes } from "./print-types.ts";
import { capitalized, type Operation } from "./read-operations.ts";

/** Prints the TypeScript source of `src/generated/operations.ts`. */
export function printOperations(operations: Operation[], { document }: Spec): string {
  const types = operations.map((operation) => ({ id: operation.id, ...printTypes(operation) }));
  const source = types.map(printTypePair).join("\n");
  const generics = [
    "FormParts",
    "HeaderProperties",
    "JsonBody",
    "PathProperties",
    "QueryProperties",
    "Result",
    "WholeBody",
  ];
  return `${printImport(
    types.flatMap(({ schemaNames }) => schemaNames),
    "@testsigma-tms/types",
  )}${printImport(
    generics.filter((name) => source.includes(`${name}<`)),
    "../operations/operation-types.js",
  )}import type { OperationRoute } from "../operations/route.js";
import type { CallOptions } from "../options/call-options.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ${JSON.stringify((document.servers ?? []).map(({ url }) => url))} as const;

${source}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map(printMethod).join("\n")}}

/** How each operation is sent, and what its successful response must hold. */
export const operationRoutes: Readonly<Record<keyof OperationMethods, OperationRoute>> = {
${operations.map(({ id, route }) => `  ${id}: ${printLiteral(route)},\n`).join("")}};
`;
}

function printImport(names: string[], from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length > 0 ? `import type { ${sorted.join(", ")} } from "${from}";\n` : "";
}

const printTypePair = ({ id, input, result }: { id: string; input: string; result: string }) =>
  `/** Input of \`${id}\`: path, query and body properties side by side. */
export type ${capitalized(id)}Input = ${input};
/** What \`${id}\` resolves to: the body of the successful response, unchanged. */
export type ${capitalized(id)}Result = ${result};
`;

function printMethod(operation: Operation): string {
  const { id, isInputOptional } = operation;
  const comment = printDocs(operation).map((line) => `   * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `  /**
${comment.join("\n")}
   */
  ${id}(input${isInputOptional ? "?" : ""}: ${capitalized(id)}Input, options?: CallOptions): Promise<${capitalized(id)}Result>;
`;
}

/** Prints data as an object literal. */
const printLiteral = (value: unknown) => JSON.stringify(value).replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:");
