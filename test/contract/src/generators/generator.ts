import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A third-party program that generates a client from an OpenAPI document. */
export interface Generator {
  name: string;
  /** The packages to install for it, pinned so that a changed result means a changed spec. */
  packages: Record<string, string>;
  /** Returns the arguments for Node that make it read a document and write into a folder. */
  args: (installed: string, document: string, folder: string) => string[];
}

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/** Redocly's generator, which is a dependency of this package and needs no installation. */
export const redoclyGenerator: Generator = {
  name: "redocly",
  packages: {},
  args: (_installed, document, folder) => [redocly, "generate-client", document, "-o", join(folder, "client.ts")],
};

export const generators: Generator[] = [
  {
    name: "hey-api",
    // It calls the TypeScript compiler, and needs the last version with an API.
    packages: { "@hey-api/openapi-ts": "0.99.0", typescript: "5.9.3" },
    args: (installed, document, folder) => [
      join(installed, "@hey-api/openapi-ts/bin/run.js"),
      ...["-i", document, "-o", folder, "--no-log-file"],
    ],
  },
  {
    name: "orval",
    packages: { orval: "8.38.0" },
    args: (installed, document, folder) => [
      join(installed, "orval/dist/bin/orval.mjs"),
      ...["--input", document, "--output", join(folder, "client.ts"), "--client", "fetch", "--fail-on-warnings"],
    ],
  },
  {
    name: "swagger-typescript-api",
    packages: { "swagger-typescript-api": "13.13.0" },
    args: (installed, document, folder) => [
      join(installed, "swagger-typescript-api/dist/cli.mjs"),
      ...["generate", "-p", document, "-o", folder, "-n", "client.ts"],
    ],
  },
  redoclyGenerator,
];
