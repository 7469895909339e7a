/**
 * Writes `src/generated/scenarios.ts` from the bundled OpenAPI document; with `--check`, writes nothing and fails when
 * the committed file is not what would be written.
 */
import { readFile } from "node:fs/promises";
import { writeGenerated } from "../../../scripts/write-generated.ts";

interface Ref {
  $ref?: string;
}
type Responses = Record<string, Ref & { content?: Record<string, { examples?: object }> }>;
type Operation = { operationId?: string; responses?: Responses };

const source = new URL(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

const document = JSON.parse(await readFile(source, "utf8"));

function resolve<T extends Ref>(node: T): T {
  const path = node.$ref?.slice(2).split("/");
  return path ? path.reduce((found, key) => found[key.replaceAll("~1", "/").replaceAll("~0", "~")], document) : node;
}

function scenariosOf({ responses = {} }: Operation): Record<string, number> {
  const named = Object.entries(responses).flatMap(([status, response]) =>
    Object.values(resolve(response).content ?? {}).flatMap(({ examples = {} }) =>
      Object.keys(examples).map((name) => [name, Number(status.replaceAll("X", "0"))] as const),
    ),
  );
  return Object.fromEntries(named.filter(([, status]) => !Number.isNaN(status)));
}

const pathItems = Object.values<Record<string, Operation>>(document.paths);
const operations = pathItems.flatMap((item) => Object.values(item)).filter(({ operationId }) => operationId);
const table = Object.fromEntries(operations.map((operation) => [operation.operationId, scenariosOf(operation)]));

const generated = `// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/** The named response examples of each operation, with their status. */
export const scenarios = ${JSON.stringify(table, null, 2)} as const;
`;

await writeGenerated({ "packages/mock/src/generated/scenarios.ts": generated });
