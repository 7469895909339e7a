import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A mock server that is started as a process of its own. */
export interface Contender {
  name: string;
  /** Arguments for Node; `{port}` is replaced by the port. */
  args: string[];
  env?: Record<string, string>;
  /** The prefix of the spec's paths. */
  basePath: string;
}

const require = createRequire(import.meta.url);
const manifest = require.resolve("@testsigma-tms/mock/package.json");
const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/** Returns the servers to compare. */
export function contenders(peers: string): Contender[] {
  const mock = join(dirname(manifest), require(manifest).bin["testsigma-tms-mock"]);
  const prism = join(peers, "node_modules/@stoplight/prism-cli/dist/index.js");
  const steady = join(peers, "node_modules/@stdy/cli/steady.js");
  const scalar = join(import.meta.dirname, "scalar-server.js");
  const bare = join(import.meta.dirname, "bare-server.ts");
  const port = ["--port", "{port}"];
  const cold = { NODE_DISABLE_COMPILE_CACHE: "1" };
  return [
    { name: "testsigma-tms-mock", args: [mock, ...port], basePath: "/api/v1" },
    { name: "testsigma-tms-mock --state", args: [mock, "--state", ...port], basePath: "/api/v1" },
    { name: "testsigma-tms-mock, started for the first time", args: [mock, ...port], env: cold, basePath: "/api/v1" },
    { name: "prism mock -v silent", args: [prism, "mock", spec, "-v", "silent", ...port], basePath: "" },
    { name: "steady --quiet", args: [steady, "--quiet", ...port, spec], basePath: "" },
    { name: "@scalar/mock-server", args: [scalar, peers, spec, "{port}"], basePath: "" },
    { name: "node:http with one check, the limit", args: [bare, spec, "{port}"], basePath: "" },
  ];
}
