import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A mock server that is started as a command. */
export interface ServerContender {
  name: string;
  program: string;
  args: string[];
  env?: Record<string, string>;
  /** The prefix of the spec's paths. */
  basePath: string;
}

const require = createRequire(import.meta.url);
const manifest = require.resolve("@testsigma-tms/mock/package.json");
const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));

/**
 * Returns the servers to compare.
 *
 * @param peers the folder of the peers' `node_modules`
 * @param port returns the port of each server; they differ, because an ended server may hold its port for a while
 */
export function serverContenders(peers: string, port: (index: number) => string): ServerContender[] {
  const mock = join(dirname(manifest), require(manifest).bin["testsigma-tms-mock"]);
  const prism = join(peers, "node_modules/@stoplight/prism-cli/dist/index.js");
  const steady = join(peers, "node_modules/@stdy/cli/steady.js");
  const scalar = join(import.meta.dirname, "scalar-server.js");
  const bare = join(import.meta.dirname, "bare-server.ts");
  const node = process.execPath;
  return [
    { name: "testsigma-tms-mock", program: node, args: [mock, "--port", port(0)], basePath: "/api/v1" },
    {
      name: "testsigma-tms-mock, started for the first time",
      program: node,
      args: [mock, "--port", port(1)],
      env: { NODE_DISABLE_COMPILE_CACHE: "1" },
      basePath: "/api/v1",
    },
    { name: "prism mock", program: node, args: [prism, "mock", spec, "--port", port(2)], basePath: "" },
    {
      name: "prism mock -v silent",
      program: node,
      args: [prism, "mock", spec, "--port", port(3), "-v", "silent"],
      basePath: "",
    },
    { name: "steady --quiet", program: node, args: [steady, "--quiet", "--port", port(4), spec], basePath: "" },
    { name: "@scalar/mock-server", program: node, args: [scalar, peers, spec, port(5)], basePath: "" },
    { name: "node:http with one check, the limit", program: node, args: [bare, spec, port(6)], basePath: "" },
  ];
}
