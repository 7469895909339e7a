import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");

/**
 * Runs `redocly build-docs`, which writes Redoc's page of an OpenAPI document to one file, and does not change that
 * file.
 *
 * @throws {Error} if the command fails; the message contains its output
 */
export async function buildRedoc(document: string, output: string, signal?: AbortSignal): Promise<void> {
  const command = join(dirname(manifest), "bin/cli.js");
  await x(process.execPath, [command, "build-docs", document, "--output", output, "--inlineBundle"], {
    throwOnError: true,
    ...(signal && { signal }),
    nodeOptions: { env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  });
}
