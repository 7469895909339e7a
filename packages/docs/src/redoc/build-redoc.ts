import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { x } from "tinyexec";

const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const template = fileURLToPath(new URL("../../browser/redoc.hbs", import.meta.url));

/**
 * Runs `redocly build-docs`, which writes Redoc's page of an OpenAPI document in JSON to one file.
 *
 * @throws {Error} if the command fails; the message contains its output
 */
export async function buildRedoc(document: string, output: string): Promise<void> {
  const { info } = JSON.parse(await readFile(document, "utf8"));
  const command = join(dirname(manifest), "bin/cli.js");
  const options = [
    ...["--output", output, "--inlineBundle"],
    ...["--title", `${info.title} ${info.version} in Redoc (unofficial)`, "--template", template],
    // The height of the template's header.
    ...["--openapi", JSON.stringify({ scrollYOffset: 48 })],
  ];
  await x(process.execPath, [command, "build-docs", document, ...options], {
    throwOnError: true,
    nodeOptions: { env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  });
}
