import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");

/**
 * Has `redocly build-docs` write Redoc's own page of an OpenAPI document into one file, and leaves that file as it is.
 *
 * @throws {Error} if the command fails; the message has what it printed
 */
export async function buildRedoc(document: string, output: string, signal?: AbortSignal): Promise<void> {
  const command = join(dirname(manifest), "bin/cli.js");
  await x(process.execPath, [command, "build-docs", document, "--output", output, "--inlineBundle"], {
    throwOnError: true,
    ...(signal && { signal }),
    nodeOptions: { env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  });
}
