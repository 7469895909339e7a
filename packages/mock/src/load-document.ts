import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import type { Operation, PrismOperation, Scenario } from "./operation.js";

/** An OpenAPI document that is already parsed. */
export type OpenApiDocument = { openapi: string; paths?: object } & Record<string, unknown>;

/** Where an OpenAPI document comes from: a path, a `file:` URL, or the parsed document. */
export type SpecSource = string | URL | OpenApiDocument;

/** What the mock needs to know of an OpenAPI document. */
export interface MockDocument {
  operations: Operation[];
  /** Path prefixes of the document's servers, such as `/api/v1`; always contains `""`. */
  basePaths: string[];
}

/** Thrown when the OpenAPI document cannot be read or used. */
export class SpecError extends Error {
  override name = "SpecError";
}

/** Reads the document, the bundled one of this API by default. Throws a {@link SpecError} that names what is wrong. */
export async function loadDocument(source: SpecSource = bundledSpec()): Promise<MockDocument> {
  const name = typeof source === "object" && !(source instanceof URL) ? "The given OpenAPI document" : nameOf(source);
  const readable = typeof source === "object" && !(source instanceof URL) ? structuredClone(source) : nameOf(source);
  if (typeof readable === "string") {
    await readFile(readable).catch((cause: Error) => {
      throw new SpecError(`Cannot read the OpenAPI document ${name}: ${cause.message}`, { cause });
    });
  }
  const { getHttpOperationsFromSpec } = await import("@stoplight/prism-http");
  const prismOperations = await parse(getHttpOperationsFromSpec, readable, name);
  if (prismOperations.length === 0) throw new SpecError(`${name} describes no operation: its \`paths\` are empty.`);
  return {
    operations: prismOperations.map(toOperation),
    basePaths: [...new Set(["", ...prismOperations.flatMap(serverPaths)])],
  };
}

const bundledSpec = () => createRequire(import.meta.url).resolve("@testsigma-tms/spec/openapi.json");

const nameOf = (source: string | URL) => (source instanceof URL ? fileURLToPath(source) : source);

async function parse(read: typeof getHttpOperationsFromSpec, source: string | object, name: string) {
  try {
    return await read(source);
  } catch (cause) {
    throw new SpecError(`${name} is not a usable OpenAPI document: ${(cause as Error).message}`, { cause });
  }
}

function toOperation(prism: PrismOperation): Operation {
  const method = prism.method.toUpperCase();
  return {
    id: prism.iid ?? `${method} ${prism.path}`,
    method,
    path: prism.path,
    scenarios: scenariosOf(prism),
    // Prism sends real requests to the callback URLs that a request names; a mock must not.
    prism: { ...prism, callbacks: [] },
  };
}

function scenariosOf(prism: PrismOperation): Map<string, Scenario> {
  const scenarios = new Map<string, Scenario>();
  for (const response of prism.responses) {
    for (const { mediaType, examples = [] } of response.contents ?? []) {
      for (const { key: name } of examples) {
        const status = Number(response.code.replace(/x/gi, "0"));
        // "__default" is Prism's name for an example without one; a `default` response has no status of its own.
        if (name === "__default" || Number.isNaN(status) || scenarios.has(name)) continue;
        scenarios.set(name, { name, status, mediaType });
      }
    }
  }
  return scenarios;
}

function serverPaths(prism: PrismOperation): string[] {
  return (prism.servers ?? []).flatMap(({ url }) => {
    const path = URL.canParse(url, "http://localhost") ? new URL(url, "http://localhost").pathname : "";
    return path === "" || path === "/" ? [] : [path.replace(/\/$/, "")];
  });
}
