import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A third-party program that generates a client from an OpenAPI document. */
export interface Generator {
  name: string;
  /** The packages to install for it, pinned so that a changed result means a changed spec. */
  packages: Record<string, string>;
  /** Returns the arguments for Node that make it read a document and write into a folder. */
  args: (installed: string, document: string, folder: string) => string[];
  /** Returns a configuration that is written to `config.mjs` in the folder, for a generator without arguments. */
  config?: (document: string) => string;
  /** Matches complaints whose cause is the generator itself. */
  known?: RegExp;
}

const redocly = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/** Redocly's generator, which is a dependency of this package and needs no installation. */
export const redoclyGenerator: Generator = {
  name: "redocly",
  packages: {},
  args: (_installed, document, folder) => [redocly, "generate-client", document, "-o", join(folder, "client.ts")],
};

const orval = (client: string, packages: Record<string, string>): Generator => ({
  name: `orval, ${client}`,
  packages: { orval: "8.38.0", ...packages },
  args: (installed, document, folder) => [
    join(installed, "orval/dist/bin/orval.mjs"),
    ...["--input", document, "--output", join(folder, "client.ts"), "--client", client, "--fail-on-warnings"],
  ],
});

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
  orval("fetch", {}),
  orval("zod", { zod: "4.6.7" }),
  orval("react-query", { "@tanstack/react-query": "5.108.4", react: "19.2.0", "@types/react": "19.2.2" }),
  {
    name: "swagger-typescript-api",
    packages: { "swagger-typescript-api": "13.13.0" },
    args: (installed, document, folder) => [
      join(installed, "swagger-typescript-api/dist/cli.mjs"),
      ...["generate", "-p", document, "-o", folder, "-n", "client.ts"],
    ],
  },
  {
    name: "kubb",
    // Version 5 has no plugins yet that generate a client.
    packages: Object.fromEntries(
      ["cli", "core", "plugin-client", "plugin-ts"].map((name) => [`@kubb/${name}`, "4.39.3"]),
    ),
    args: (installed, _document, folder) => [
      join(installed, "@kubb/cli/bin/kubb.cjs"),
      ...["generate", "--logLevel", "silent", "--config", join(folder, "config.mjs")],
    ],
    // It takes the pattern of a form's parts for the type of every part, and does not know 3.2 yet.
    known: /UpdateTestRunCasesForm.* TS2411|OpenAPI 3\.2 is currently unsupported/,
    config: (path) => `import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

export default {
  input: { path: ${JSON.stringify(path)} },
  output: { path: ".", clean: false },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: "fetch" })],
};
`,
  },
  redoclyGenerator,
];
