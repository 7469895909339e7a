import { createSpec, type OpenApiDocument } from "@testsigma-tms/spec/reader";
import { readOperations } from "../scripts/read-operations.ts";
import { createMethod } from "../src/create-client.js";
import { resolveSettings } from "../src/options/settings.js";
import { createTransport } from "../src/transport/call.js";
import { type StubResponse, stubService } from "./stub-service.js";

/** An operation of a spec, with its place. */
export interface Described {
  /** The method and the path. */
  at?: string;
  operation: object;
  parameters?: object[];
  schemas?: object;
}

/** Creates a spec of one operation, by default `DELETE /runs/{id}` with a 204. */
export function specOf({ at = "delete /runs/{id}", operation, parameters, schemas = {} }: Described) {
  const [method = "", path = ""] = at.split(" ");
  const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => text(name as string, "path", true));
  const described = {
    parameters: parameters ?? inPath,
    [method]: { operationId: "testedOperation", responses: { "204": { description: "Done." } }, ...operation },
  };
  return createSpec({ openapi: "3.1.0", paths: { [path]: described }, components: { schemas } } as OpenApiDocument);
}

/** Returns the operation as the generator reads it. */
export function readOne(described: Described) {
  const [operation] = readOperations(specOf(described));
  if (!operation) throw new Error("The spec has no operation.");
  return operation;
}

/** Returns the client's method for an operation, and the stub service that records its requests. */
export function methodOf(described: Described, ...responses: StubResponse[]) {
  const service = stubService(...responses, new Response(null, { status: 204 }));
  const options = { apiKey: "key", baseUrl: "https://example.com/v1", fetch: service.fetch };
  const settings = resolveSettings(options, "createClient");
  const { route } = readOne(described);
  const call = createMethod("testedOperation", route, settings, createTransport(settings));
  return { call, service };
}

export const string = { type: "string" };

export const text = (name: string, place: string, required = false) => ({
  name,
  in: place,
  required,
  schema: string,
});

export const jsonBody = (schema: object, required = true) => ({
  required,
  content: { "application/json": { schema } },
});

export const jsonResponse = (schema: object) => ({
  description: "Done.",
  content: { "application/json": { schema } },
});

export const object = (properties: object, required: string[] = []) => ({ type: "object", properties, required });
