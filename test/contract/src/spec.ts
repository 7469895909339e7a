import { readSpec } from "@testsigma-tms/spec/reader";

export const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
