import type { CreateTestRunBody } from "@testsigma-tms/types";

/** One way to call the API: a file of `contenders/`, bundled by itself so that its size can be measured too. */
export interface Contender {
  name: string;
  file: string;
}

export const contenders: Contender[] = [
  { name: "plain fetch", file: "plain-fetch" },
  { name: "openapi-fetch", file: "openapi-fetch" },
  { name: "@testsigma-tms/client, methods", file: "client-methods" },
  { name: "@testsigma-tms/client, http", file: "client-http" },
  { name: "ky", file: "ky" },
  { name: "hey-api, generated", file: "hey-api" },
  { name: "Redocly, generated", file: "redocly" },
];

/** Times are compared with this one. */
export const baseline = "openapi-fetch";

export interface Connection {
  /** Creates a test run; resolves to its human id. */
  create(body: CreateTestRunBody): Promise<string>;
  /** Reads one; resolves to its human id. */
  get(ids: { project_id: string; test_run_id: string }): Promise<string>;
}

export type Connect = (options: { baseUrl: string; fetch?: typeof globalThis.fetch }) => Connection;
