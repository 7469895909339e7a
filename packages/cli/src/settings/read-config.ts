import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../errors/usage-error.js";

/** The file that holds settings. */
export const configFileName = "testsigma-tms.config.json";

/**
 * Finds and reads `testsigma-tms.config.json` in a folder or above it.
 *
 * @throws {UsageError} for a file that is not a JSON object
 */
export async function readConfig(
  cwd = process.cwd(),
): Promise<{ config: Record<string, unknown>; configFile?: string }> {
  const configFile = findConfigFile(resolve(cwd));
  if (!configFile) return { config: {} };
  const config = await readFile(configFile, "utf8")
    .then((text): unknown => JSON.parse(text.trim() || "{}"))
    .catch((cause: Error) => {
      throw new UsageError(`${configFileName}: not valid JSON: ${cause.message}`);
    });
  if (!isObject(config)) throw new UsageError(`${configFile}: expected a JSON object of settings`);
  return { config, configFile };
}

/** Finds the nearest file. Libraries for this ask for the home directory, which a user in a container may not have. */
function findConfigFile(folder: string): string | undefined {
  const file = join(folder, configFileName);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? undefined : findConfigFile(above);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
