import { readSpec } from "@testsigma-tms/spec/reader";

/** The bundled spec. */
export const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
