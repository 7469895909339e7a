import { Script } from "node:vm";
import type { Spec } from "@testsigma-tms/codegen";
import type { Operation } from "./read-operations.ts";

/** Prints the source of `src/generated/routes.ts`: one constant per operation, so that a bundler can leave it out. */
export function printRoutes(operations: Operation[]): string {
  const words = operations.map(({ id }) => id).filter(isWord);
  const exports =
    words.length > 0 ? `\nexport { ${words.map((id) => `${constantOf(id)} as ${id}`).join(", ")} };\n` : "";
  return `import type { Operation } from "../operations/route.js";

${operations.map(printRoute).join("\n")}${exports}`;
}

function printRoute({ id, spec, route }: Operation): string {
  const summary = spec.summary.replaceAll("*/", "*\\/").replace(/\s+/g, " ");
  return `/** ${summary}: \`${route.route}\`. */
${isWord(id) ? "" : "export "}const ${constantOf(id)}: Operation<"${id}"> = ${printLiteral(route)};
`;
}

/** Prints the source of `src/generated/service.ts`: what a client of the whole API needs to know. */
export function printService(operations: Operation[], { document }: Spec): string {
  const ids = operations.map(({ id }) => id);
  const imports = ids.map((id) => (isWord(id) ? `${id} as ${constantOf(id)}` : id));
  const rows = ids.map((id) => (isWord(id) ? `${id}: ${constantOf(id)}` : id));
  return `import type { Operations } from "../operations/route.js";
import type { OperationMethods } from "./operations.js";
import {
${printLines(imports)}} from "./routes.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ${JSON.stringify((document.servers ?? []).map(({ url }) => url))} as const;

/** Every operation of the API. */
export const allOperations: Operations<keyof OperationMethods> = {
${printLines(rows)}};
`;
}

const printLines = (items: string[]) => items.map((item) => `  ${item},\n`).join("");

/** Whether an id is a word of JavaScript, such as `delete`, which can name a method and an export, but no constant. */
function isWord(id: string): boolean {
  try {
    new Script(`"use strict"; async () => { let ${id}; }`);
    return false;
  } catch {
    return true;
  }
}

const constantOf = (id: string) => (isWord(id) ? `${id}_` : id);

/** Prints data as an object literal. */
const printLiteral = (value: unknown) => JSON.stringify(value).replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:");
