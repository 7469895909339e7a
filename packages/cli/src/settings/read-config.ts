import { lilconfig } from "lilconfig";
import { UsageError } from "../verdict/usage-error.js";

/** The file that holds settings. */
export const configFileName = "testsigma.config.json";

/**
 * Finds and reads `testsigma.config.json` in a folder or above it.
 *
 * @throws {UsageError} for a file that is not a JSON object
 */
export async function readConfig(
  cwd = process.cwd(),
): Promise<{ config: Record<string, unknown>; configFile?: string }> {
  const search = lilconfig("testsigma", { searchPlaces: [configFileName] });
  const found = await search.search(cwd).catch((cause: Error) => {
    throw new UsageError(`${configFileName}: not valid JSON: ${cause.message}`);
  });
  if (!found || found.isEmpty) return { config: {} };
  if (found.config === null || typeof found.config !== "object" || Array.isArray(found.config)) {
    throw new UsageError(`${found.filepath}: expected a JSON object of settings`);
  }
  return { config: found.config, configFile: found.filepath };
}
