import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";

export interface Schema {
  description?: string;
  enum?: unknown[];
  examples?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Content {
  "application/json": { schema: Schema; examples: Record<string, { value: unknown }> };
}

interface Operation {
  requestBody: { content: Content };
  responses: Record<string, { content: Content }>;
}

interface PathItem {
  parameters: { name: string; description: string }[];
  post: Operation;
}

interface OpenApi {
  servers: { url: string }[];
  paths: { "/projects/{project_id}/test_runs": PathItem };
}

const built = fileURLToPath(new URL("../dist/openapi.json", import.meta.url));
const { bundle: document } = await bundle({ ref: built, config: await createConfig({}), dereference: true });

/** The bundle that every other package reads, with each `$ref` replaced by what it names. */
export const openapi: OpenApi = document.parsed as OpenApi;

export const { parameters, post: createTestRun } = openapi.paths["/projects/{project_id}/test_runs"];
export const requestBody = createTestRun.requestBody.content["application/json"];

/** The JSON body of one documented status. */
export function responseBody(status: string): Content["application/json"] {
  const response = createTestRun.responses[status];
  if (!response) throw new Error(`createTestRun documents ${Object.keys(createTestRun.responses)}, not ${status}.`);
  return response.content["application/json"];
}
