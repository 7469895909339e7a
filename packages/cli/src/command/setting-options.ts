import { type Command, Option } from "commander";
import {
  environmentVariableOf,
  flagOf,
  type SettingDefinition,
  type SettingName,
  settingDefinitions,
} from "../settings/definitions.js";

/** Adds the flags of settings to a verb. */
export function addSettingOptions(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) for (const option of optionsOf(name)) command.addOption(option);
  return command;
}

/** Returns the values of the setting flags that were given. */
export function settingFlags(command: Command, names: readonly SettingName[]): Record<string, unknown> {
  const flags: Record<string, unknown> = {};
  for (const name of names) {
    const key = optionsOf(name)[0]?.attributeName() ?? name;
    if (command.getOptionValueSource(key) === "cli") flags[name] = command.getOptionValue(key);
  }
  return flags;
}

/** Returns the options of a setting; help shows only the first one. */
function optionsOf(name: SettingName): Option[] {
  const {
    kind,
    placeholder = `<${name}>`,
    allowed = [],
    default: value,
    description,
  }: SettingDefinition = settingDefinitions[name];
  const variable = environmentVariableOf(name);
  if (kind === "switch") {
    const positive = flagOf(name).replace("--no-", "--");
    const negative = positive.replace("--", "--no-");
    const [shown, hidden] = value === true ? [negative, positive] : [positive, negative];
    const text = value === true ? `turns off: ${description}` : description;
    return [
      new Option(shown, `${text} (${variable})`).default(undefined),
      new Option(hidden).default(undefined).hideHelp(),
    ];
  }
  if (kind === "choice") {
    const option = new Option(
      `${flagOf(name)} <choice>`,
      `${description}${value === undefined ? "" : `; default: ${value}`} (${variable})`,
    );
    // Used by help and completion only; values are checked together with the other sources of settings.
    option.argChoices = [...allowed];
    return [option];
  }
  const option = new Option(`${flagOf(name)} ${placeholder}`, `${description} (${variable})`);
  return [
    kind === "text" || kind === "number"
      ? option
      : option.argParser((item: string, items: string[] = []) => [...items, item]),
  ];
}
