import { type Command, Option } from "commander";
import type { Setting } from "../settings/setting.js";
import { flagOf, readSettings, type SettingName, type Settings, settingDefinitions } from "../settings/settings.js";
import type { CommandIo } from "./command-io.js";
import type { Verb } from "./verb.js";

/** Adds the flags of settings to a verb, under their headings. */
export function addSettingOptions(command: Command, settings: Verb["settings"]): Command {
  for (const [heading, names] of Object.entries(settings)) {
    for (const option of names.flatMap(optionsOf)) command.addOption(option.helpGroup(`${heading}:`));
  }
  return command;
}

/** Resolves every setting for a call of a verb that has the flags of these settings. */
export function callSettings(command: Command, settings: Verb["settings"], { environment }: CommandIo): Settings {
  const flags: Record<string, unknown> = {};
  for (const name of Object.values(settings).flat()) {
    const key = optionsOf(name)[0]?.attributeName() ?? name;
    if (command.getOptionValueSource(key) === "cli") flags[name] = command.getOptionValue(key);
  }
  return readSettings({ flags, environment });
}

/** Returns the options of a setting; help shows only the first one. */
function optionsOf(name: SettingName): Option[] {
  const definition: Setting<unknown> = settingDefinitions[name];
  const { description, placeholder, choices, isRepeatable, default: value } = definition;
  const flag = flagOf(name);
  if (placeholder === undefined) {
    const opposite = new Option(flag.replace("--", "--no-")).hideHelp();
    return [new Option(flag, description), opposite].map((option) => option.default(undefined));
  }
  const byDefault = typeof value === "string" || typeof value === "number" ? `; default: ${value}` : "";
  const option = new Option(`${flag} <${placeholder}>`, `${description}${byDefault}`);
  // Used by help and completion only; values are checked together with the other sources of settings.
  if (choices) option.argChoices = [...choices];
  return [isRepeatable ? option.argParser((item: string, items: string[] = []) => [...items, item]) : option];
}
