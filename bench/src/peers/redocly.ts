/** Runs Redocly CLI, which is a dependency and needs no installation. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { x } from "tinyexec";

const require = createRequire(import.meta.url);
const manifest = require.resolve("@redocly/cli/package.json");

export const redoclyFolder = dirname(manifest);
export const redoclyVersion: string = require(manifest).version;

/** Runs a command of Redocly CLI; rejects if it fails. */
export const runRedocly = (args: string[], cwd: string) =>
  x(process.execPath, [join(redoclyFolder, "bin/cli.js"), ...args], {
    throwOnError: true,
    nodeOptions: { cwd, env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  });
