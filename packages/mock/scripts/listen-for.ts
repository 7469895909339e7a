import type { Spec } from "@testsigma-tms/spec/reader";
import type { ServerOptions } from "../src/options/options.ts";

/** Starts the built mock for any spec, as `startMock` does for this API. For development, tests and benchmarks only. */
export async function listenFor(spec: Spec, options: ServerOptions = {}) {
  const built: unknown = await import(new URL("../dist/internal.js", import.meta.url).href);
  const { createApi, listen } = built as typeof import("../src/internal.js");
  return listen(options, { api: createApi(spec) });
}
