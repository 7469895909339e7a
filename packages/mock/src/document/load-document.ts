import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Operation, type PrismOperation, toOperation } from "./operation.js";
import { SpecError, type SpecSource } from "./spec-source.js";

/** What the mock needs to know of an OpenAPI document. */
export interface MockDocument {
  operations: Operation[];
  /** Path prefixes of the document's servers, such as `/api/v1`. */
  basePaths: string[];
}

/** Reads the document, by default the bundled one of this API. Throws a {@link SpecError} that says what is wrong. */
export async function loadDocument(spec?: SpecSource): Promise<MockDocument> {
  const source = spec ?? bundledSpec();
  const isPath = typeof source === "string" || source instanceof URL;
  const path = isPath ? (source instanceof URL ? fileURLToPath(source) : source) : undefined;
  const name = path ?? "The OpenAPI document that was given as an object";
  if (path !== undefined) await assertReadable(path);

  // Prism changes the object that it is given.
  const prismOperations = await parse(path ?? structuredClone(source), name);
  const operations = prismOperations.map(toOperation);
  if (operations.length === 0) throw new SpecError(`${name} describes no operation: it has no usable \`paths\`.`);
  const problems = [...repeatedIds(operations), ...operations.flatMap(responseProblems)];
  // This takes as long as all the rest; for the bundled document a test does it.
  if (spec !== undefined) {
    const { schemaProblems } = await import("./check-schemas.js");
    problems.push(...operations.flatMap(schemaProblems));
  }
  if (problems.length > 0) throw new SpecError(`${name}: ${problems.join("\n")}`);
  return { operations, basePaths: [...new Set(prismOperations.flatMap(serverPaths))] };
}

/** The path of the document of this API. */
export const bundledSpec = () => createRequire(import.meta.url).resolve("@testsigma-tms/spec/openapi.json");

async function assertReadable(path: string): Promise<void> {
  await readFile(path).catch((cause: Error) => {
    throw new SpecError(`Cannot read the OpenAPI document ${path}: ${cause.message}`, { cause });
  });
}

async function parse(source: string | object, name: string): Promise<PrismOperation[]> {
  const { getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
  try {
    return await getHttpOperationsFromSpec(source);
  } catch (cause) {
    throw new SpecError(`${name} is not a usable OpenAPI document: ${(cause as Error).message}`, { cause });
  }
}

function repeatedIds(operations: Operation[]): string[] {
  const ids = operations.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `Two operations are named \`${id}\`. Rename one.`);
}

const responseProblems = ({ id, prism }: Operation) =>
  prism.responses.length > 0 ? [] : [`${id} describes no response, so that there is nothing to answer.`];

function serverPaths({ servers = [] }: PrismOperation): string[] {
  return servers.flatMap(({ url }) => {
    const path = URL.canParse(url, "http://localhost") ? new URL(url, "http://localhost").pathname : "/";
    return path === "/" ? [] : [path.replace(/\/$/, "")];
  });
}
