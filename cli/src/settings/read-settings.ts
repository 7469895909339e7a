import { UsageError } from "../errors/usage-error.js";
import { keyHider } from "./api-key.js";
import { environmentVariableOf, flagOf, type SettingName, type Settings, settingDefinitions } from "./definitions.js";

/** The sources of settings: the values of flags by the setting's name, and the environment. */
export interface SettingSources {
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Resolves every setting: flag, then environment variable, then the default.
 *
 * @throws {UsageError} that names the source of the value, what is allowed and what it is
 */
export function readSettings({ flags = {}, environment = {} }: SettingSources): Settings {
  const hideKey = keyHider(environment);
  const names = Object.keys(settingDefinitions) as SettingName[];
  const settings = names.map((name) => {
    const definition = settingDefinitions[name];
    const isFlag = flags[name] !== undefined;
    const source = isFlag ? flagOf(name) : environmentVariableOf(name);
    const value = isFlag ? String(flags[name]) : environment[source] || undefined;
    const fail = (expected: string, hint = ""): never => {
      throw new UsageError(
        `${source}: expected ${expected}, got ${JSON.stringify(value)}${hint || "; nothing was sent"}`,
      );
    };
    if (value !== undefined && hideKey(value) !== value) {
      throw new UsageError(`${source} contains the API key; nothing was sent`);
    }
    return [name, value === undefined ? definition.default : definition.parse(value, fail)];
  });
  return Object.fromEntries(settings);
}
