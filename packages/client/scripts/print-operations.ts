import type { Operation } from "./read-operations.ts";

/** Prints the TypeScript source of `src/generated/operations.ts`. */
export function printOperations(operations: Operation[], serverUrls: string[]): string {
  const types = operations.map(printTypes).join("\n");
  const used = ["Body", "BodyMembers", "HeaderMembers", "PathMembers", "QueryMembers", "Result"].filter((name) =>
    types.includes(` ${name}<`),
  );
  return `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { Input } from "../operations/call-operation.js";
import type { CallOptions } from "../options/call-options.js";
import type { ${used.join(", ")} } from "../operations/operation-types.js";

/** The servers of the OpenAPI document; the first is the default base URL. */
export const serverUrls = ${JSON.stringify(serverUrls)} as const;

${types}
/** One method per operation of the API. */
export interface OperationMethods {
${operations.map(printMethod).join("\n")}}

/** How each operation is sent and what a successful answer must hold. */
export const operationRoutes = {
${operations.map(printRoute).join("")}};
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
  const { id, method, path, result, noContentStatuses } = operation;
  const members = {
    method: JSON.stringify(method),
    path: JSON.stringify(path),
    place: printPlace(operation),
    ...(result && { result: JSON.stringify(result) }),
    ...(noContentStatuses.length > 0 && { noContent: JSON.stringify(noContentStatuses) }),
  };
  return `  ${id}: {
${Object.entries(members)
  .map(([name, value]) => `    ${name}: ${value},\n`)
  .join("")}  },
`;
}

/** The function that puts the members of the flat input where they belong. */
function printPlace({ pathMembers, queryMembers, body, sharedMembers, hasHeaders }: Operation) {
  const read = (name: string) => `input[${JSON.stringify(name)}]`;
  const query = queryMembers.map((name) => `${JSON.stringify(name)}: ${read(name)}`);
  const params = [
    // The path takes what its template names.
    pathMembers.length > 0 && "path: input",
    query.length > 0 && `query: { ${query.join(", ")} }`,
    hasHeaders && `header: ${read("headers")}`,
  ].filter(Boolean);
  const elsewhere = [...pathMembers, ...queryMembers].filter((name) => !sharedMembers.includes(name));
  if (hasHeaders) elsewhere.push("headers");
  const taken = elsewhere.map((name, index) => `${JSON.stringify(name)}: _${index}`);
  const rest = body === "members" && taken.length > 0 ? `, { ${taken.join(", ")}, ...body } = input` : "";
  const bodies = { members: rest ? ", body" : ", body: input", whole: `, body: ${read("body")}` };
  return `(input: Input${rest}) => ({ params: { ${params.join(", ")} }${body ? bodies[body] : ""} })`;
}
