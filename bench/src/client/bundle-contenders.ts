import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { minify } from "terser";
import { x } from "tinyexec";
import type { Peers } from "../install-peers.ts";
import { type Contender, contenders } from "./contender.ts";

const require = createRequire(import.meta.url);
const redocly = require.resolve("@redocly/cli/package.json");

/** The versions of the contenders that are dependencies of this package. */
export const versions: Record<string, string> = {
  "@redocly/cli": require(redocly).version,
  "openapi-fetch": require("openapi-fetch/package.json").version,
};

/** A contender whose `file` is its bundle. */
export interface BundledContender extends Contender {
  /** Size of the code for one create and one read, minified by terser and compressed by gzip -9. */
  bytes: number;
}

/** Runs the client generators, and bundles each contender as a user's tools do. */
export async function bundleContenders({ folder }: Peers): Promise<BundledContender[]> {
  await generateClients(folder);
  const bundled: BundledContender[] = [];
  for (const contender of contenders) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`contenders/${contender.file}.js`, import.meta.url))],
      bundle: true,
      format: "esm",
      target: "es2022",
      write: false,
      nodePaths: [join(folder, "node_modules")],
      alias: {
        "hey-api-client": join(folder, "hey-api"),
        "redocly-client": join(folder, "redocly.ts"),
      },
    });
    const text = outputFiles[0]?.text ?? "";
    const { code = "" } = await minify(text, { module: true });
    const file = join(folder, "bundled", `${contender.file}.mjs`);
    await mkdir(join(folder, "bundled"), { recursive: true });
    await writeFile(file, text);
    bundled.push({ ...contender, file, bytes: gzipSync(code, { level: 9 }).length });
  }
  return bundled;
}

async function generateClients(folder: string): Promise<void> {
  const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const heyApi = join(folder, "node_modules/@hey-api/openapi-ts/bin/run.js");
  const env = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  for (const args of [
    [join(dirname(redocly), "bin/cli.js"), "generate-client", spec, "-o", join(folder, "redocly.ts")],
    [heyApi, "-i", spec, "-o", join(folder, "hey-api"), "--no-log-file"],
  ]) {
    await x(process.execPath, args, { throwOnError: true, nodeOptions: { cwd: folder, env } });
  }
}
