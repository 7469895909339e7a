import type { Spec } from "@testsigma-tms/codegen";
import type { Operation } from "./read-operations.ts";

/** Prints the source of `src/generated/routes.ts`: the data that the client needs to send each operation. */
export function printRoutes(operations: Operation[], { document }: Spec): string {
  return `import type { OperationRoute } from "../operations/operation-route.js";

/** The servers of the spec; the first is the default base URL. */
export const serverUrls = ${JSON.stringify((document.servers ?? []).map(({ url }) => url))} as const;

/** Every operation of the API. */
export const routes: { readonly [id: string]: OperationRoute } = {
${operations.map(({ id, route }) => `  ${id}: ${printLiteral(route)},\n`).join("")}};
`;
}

/** Prints data as an object literal. */
const printLiteral = (value: unknown) => JSON.stringify(value).replaceAll(/"([a-z_$][\w$]*)":/gi, "$1:");
