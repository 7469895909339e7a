import type { Operation } from "./read-operations.ts";

/** Prints the TypeScript source of `src/generated/operations.ts`. */
export function printOperations(operations: Operation[], serverUrls: string[]): string {
  const types = operations.map(printTypes).join("\n");
  const used = ["Body", "BodyMembers", "HeaderMembers", "PathMembers", "QueryMembers", "Result"].filter((name) =>
    types.includes(` ${name}<`),
  );
  return `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { CallOptions } from "../call-options.js";
import type { ${used.join(", ")} } from "../operation-types.js";

/** The servers of the OpenAPI document; the first is the default base URL. */
export const serverUrls = ${JSON.stringify(serverUrls)} as const;

${types}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map(printMethod).join("\n")}}

/** How each operation is sent and what a successful answer must hold. */
export const operationRoutes = {
${operations.map(printRoute).join("")}} as const;
`;
}

const capitalised = (name: string) => name[0]?.toUpperCase() + name.slice(1);

function printTypes({
  id,
  pathMembers,
  queryMembers,
  body,
  hasHeaders,
  contentStatuses,
  noContentStatuses,
}: Operation) {
  const parts = [
    pathMembers.length > 0 && `PathMembers<"${id}">`,
    queryMembers.length > 0 && `QueryMembers<"${id}">`,
    body === "members" && `BodyMembers<"${id}">`,
    body === "whole" && `Body<"${id}">`,
    hasHeaders && `HeaderMembers<"${id}">`,
  ].filter(Boolean);
  const results = [
    contentStatuses.length > 0 && `Result<"${id}", ${contentStatuses.join(" | ")}>`,
    noContentStatuses.length > 0 && "undefined",
  ].filter(Boolean);
  return `/** Input of \`${id}\`: path, query and body members side by side. */
export type ${capitalised(id)}Input = ${parts.join(" & ") || "Record<never, never>"};
/** What \`${id}\` resolves to: the body of the successful answer, unchanged. */
export type ${capitalised(id)}Result = ${results.join(" | ") || "undefined"};
`;
}

function printMethod({ id, method, path, summary, description, isInputOptional, failures }: Operation) {
  const lines = [
    ...summary.split("\n"),
    "",
    ...description.trim().split("\n"),
    "",
    `\`${method} ${path}\``,
    "",
    ...failures.map((failure) => `@throws {ApiError} ${failure.status}: ${firstSentence(failure.description)}`),
  ];
  const comment = lines.map((line) => `   * ${line.replaceAll("*/", "*\\/")}`.trimEnd()).join("\n");
  return `  /**
${comment}
   */
  ${id}(input${isInputOptional ? "?" : ""}: ${capitalised(id)}Input, options?: CallOptions): Promise<${capitalised(id)}Result>;
`;
}

const firstSentence = (text: string) => text.replace(/\s+/g, " ").replace(/(\.) .*$/, "$1");

function printRoute(operation: Operation) {
  const { id, method, path, pathMembers, queryMembers, body, sharedMembers, hasHeaders, result, noContentStatuses } =
    operation;
  const elsewhere = [...pathMembers, ...queryMembers].filter((name) => !sharedMembers.includes(name));
  const notInBody = [...elsewhere, ...(hasHeaders ? ["headers"] : [])];
  const members = {
    method,
    path,
    ...(queryMembers.length > 0 && { inQuery: queryMembers }),
    ...(body && { body }),
    ...(body === "members" && notInBody.length > 0 && { notInBody }),
    ...(result && { result }),
    ...(noContentStatuses.length > 0 && { noContent: noContentStatuses }),
  };
  return `  ${id}: ${JSON.stringify(members, null, 2).replaceAll("\n", "\n  ")},\n`;
}
