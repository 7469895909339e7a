import { writeFile } from "node:fs/promises";
import { configSchema } from "../src/settings/config-schema.ts";
import { settingDefinitions } from "../src/settings/definitions.ts";

/** Writes the JSON schema of the configuration file next to the bundle. */
export async function writeConfigSchema(): Promise<void> {
  const schema = JSON.stringify(configSchema(settingDefinitions), undefined, 2);
  await writeFile(new URL("../dist/testsigma-tms.config.schema.json", import.meta.url), schema);
}
