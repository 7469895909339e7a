/** Serves the mock of the current spec, with memory. `node --watch` restarts it when the spec or the build changes. */
import { readSpec } from "@testsigma-tms/codegen";
import { listenFor } from "./listen-for.ts";

const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
const { url } = await listenFor(spec, { port: 4010, cors: true, state: true });
console.log(`Mock: ${url}`);
