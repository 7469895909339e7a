import type { Spec } from "@testsigma-tms/codegen";
import { readApiData } from "./api-data.ts";

/** Starts the built mock for any spec, as `startMock` does for this API. For development, tests and benchmarks only. */
export async function listenFor(spec: Spec, options: import("../src/options/options.js").ServerOptions = {}) {
  const load = (file: string): Promise<unknown> => import(new URL(`../dist/${file}`, import.meta.url).href);
  const { createApi } = (await load("api/api.js")) as typeof import("../src/api/api.js");
  const { listen } = (await load("start-mock.js")) as typeof import("../src/start-mock.js");
  return listen(options, { api: createApi(readApiData(spec)) });
}
