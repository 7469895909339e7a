import { type Command, Option } from "commander";
import {
  environmentVariableOf,
  flagOf,
  type SettingName,
  type Settings,
  settingDefinitions,
} from "../settings/definitions.js";
import { readConfig } from "../settings/read-config.js";
import { readSettings } from "../settings/read-settings.js";
import type { Setting } from "../settings/setting.js";
import type { CommandIo } from "./command-io.js";

/** Adds the flags of settings to a verb. */
export function addSettingOptions(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) for (const option of optionsOf(name)) command.addOption(option);
  return command;
}

/** Resolves every setting for a call of a verb that has the flags of these settings. */
export async function callSettings(
  command: Command,
  names: readonly SettingName[],
  { environment, cwd }: CommandIo,
): Promise<Settings> {
  const flags: Record<string, unknown> = {};
  for (const name of names) {
    const key = optionsOf(name)[0]?.attributeName() ?? name;
    if (command.getOptionValueSource(key) === "cli") flags[name] = command.getOptionValue(key);
  }
  return readSettings({ flags, environment, ...(await readConfig(cwd)) });
}

/** Returns the options of a setting; help shows only the first one. */
function optionsOf(name: SettingName): Option[] {
  const { schema, placeholder, choices, isRepeatable, default: value }: Setting<unknown> = settingDefinitions[name];
  const flag = flagOf(name);
  const variable = environmentVariableOf(name);
  if (placeholder === undefined) {
    const opposite = value === true ? flag.replace("--no-", "--") : flag.replace("--", "--no-");
    const description = `${value === true ? "turns off: " : ""}${schema.description} (${variable})`;
    return [new Option(flag, description).default(undefined), new Option(opposite).default(undefined).hideHelp()];
  }
  const byDefault = typeof value === "string" || typeof value === "number" ? `; default: ${value}` : "";
  const option = new Option(`${flag} <${placeholder}>`, `${schema.description}${byDefault} (${variable})`);
  // Used by help and completion only; values are checked together with the other sources of settings.
  if (choices) option.argChoices = [...choices];
  return [isRepeatable ? option.argParser((item: string, items: string[] = []) => [...items, item]) : option];
}
