import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenApiDocument, readSpec } from "@testsigma-tms/spec/reader";
import { expect, it } from "vitest";
import { compile, generateClient } from "../../test/contract/src/generated-client.ts";

const { document } = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

const imports = `import { createClient, NotFoundError } from "./client/index.js";
const client = createClient();
console.log(client, NotFoundError);
`;
const callWithErrors = `${imports}try {
  console.log(await client.listTestRuns({ project_id: "1" }));
} catch (error) {
  if (error instanceof NotFoundError && typeof error.body === "object") console.log(error.body.message);
}
`;

/** Returns the types that the compiler instantiates for a call whose error is handled, beyond those of the imports. */
async function instantiations(spec: OpenApiDocument): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "growth-"));
  await generateClient(spec, folder.path);
  return (await compile(folder.path, callWithErrors)) - (await compile(folder.path, imports));
}

/** Returns a spec with this API twice. The copy has a 2 in the names of its paths, operations and schemas. */
function doubleSpec({ paths, components, ...document }: OpenApiDocument): OpenApiDocument {
  const original = JSON.stringify({ paths, schemas: components?.schemas });
  const renamed = original.replaceAll(/("operationId":"\w+|#\/components\/schemas\/\w+)"/g, '$12"');
  const copy: { paths: Record<string, Record<string, object>>; schemas: Record<string, object> } = JSON.parse(renamed);
  for (const [path, item] of Object.entries(copy.paths)) copy.paths[`/copies/2${path}`] = item;
  for (const [name, schema] of Object.entries(copy.schemas)) copy.schemas[`${name}2`] = schema;
  return {
    ...document,
    paths: { ...copy.paths, ...paths },
    components: { ...components, schemas: { ...copy.schemas, ...components?.schemas } },
  };
}

it("more operations make one call no more expensive for the compiler", async () => {
  const cost = await instantiations(document);

  expect(cost).toBeGreaterThan(0);
  expect(await instantiations(doubleSpec(document))).toBe(cost);
});
