import { operationTypes, type Spec } from "@testsigma-tms/codegen";
import { printDocs } from "./print-docs.ts";
import { printTypes } from "./print-types.ts";
import type { Operation } from "./read-operations.ts";

/** Prints the source of `src/generated/operations.ts`: the types of the operations, and their documented methods. */
export function printOperations(operations: Operation[], spec: Spec): string {
  const types = operations.map((operation) => printTypes(operation, spec));
  const source = types.map(printTypePair).join("\n");
  const generics = [...source.matchAll(/\b(\w+)<"/g)].map(([, name = ""]) => name);
  return `${printImport(
    types.flatMap(({ schemaNames }) => schemaNames),
    "@testsigma-tms/types",
  )}${printImport(
    generics,
    "../operations/operation-types.js",
  )}import type { CallOptions } from "../options/call-options.js";


${source}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map((operation) => printMethod(operation, spec)).join("\n")}}
`;
}

function printImport(names: string[], from: string): string {
  const sorted = [...new Set(names)].sort();
  return sorted.length > 0 ? `import type { ${sorted.join(", ")} } from "${from}";\n` : "";
}

const printTypePair = ({ id, input, result }: { id: string; input: string; result: string }) =>
  `/** Input of \`${id}\`: path, query and body properties side by side. */
export type ${operationTypes(id).input} = ${input};
/** Result of \`${id}\`: the body of the successful response, unchanged. */
export type ${operationTypes(id).result} = ${result};
`;

function printMethod(operation: Operation, { resolve }: Spec): string {
  const { id, isInputOptional } = operation;
  const types = operationTypes(id);
  const comment = printDocs(operation, resolve).map((line) => `   * ${line.replaceAll("*/", "*\\/")}`.trimEnd());
  return `  /**
${comment.join("\n")}
   */
  ${id}(input${isInputOptional ? "?" : ""}: ${types.input}, options?: CallOptions): Promise<${types.result}>;
`;
}
