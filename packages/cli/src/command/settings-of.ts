import type { Command } from "commander";
import type { Settings } from "../settings/definitions.js";
import { readConfig } from "../settings/read-config.js";
import { readSettings } from "../settings/read-settings.js";
import type { CommandIo } from "./command-io.js";
import { optionsOf, settingNames } from "./setting-options.js";

/** Resolves the settings of a verb from its flags, the environment and the configuration file. */
export async function settingsOf(command: Command, { environment, cwd }: CommandIo): Promise<Settings> {
  const flags: Record<string, unknown> = {};
  for (const name of settingNames.get(command) ?? []) {
    const key = optionsOf(name)[0]?.attributeName() ?? name;
    if (command.getOptionValueSource(key) === "cli") flags[name] = command.getOptionValue(key);
  }
  return readSettings({ flags, environment, ...(await readConfig(cwd)) });
}
