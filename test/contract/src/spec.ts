import { readSpec } from "@testsigma-tms/codegen";

/** The bundled spec. */
export const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
