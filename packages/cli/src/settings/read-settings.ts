import { UsageError } from "../errors/usage-error.js";
import { environmentVariableOf, flagOf, type SettingName, type Settings, settingDefinitions } from "./definitions.js";
import { didYouMean } from "./did-you-mean.js";
import type { Setting } from "./setting.js";

/** The sources of settings; the first one that has a value wins. */
export interface SettingSources {
  /** Values of flags by the setting's name. */
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Content of `testsigma-tms.config.json`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Path of the configuration file, for messages. */
  readonly configFile?: string;
}

/**
 * Resolves every setting: flag, then environment variable, then `testsigma-tms.config.json`, then the default.
 *
 * @throws {UsageError} that names the source of the value, the given value and what is allowed
 */
export function readSettings(sources: SettingSources): Settings {
  const { flags = {}, environment = {}, config = {}, configFile = "testsigma-tms.config.json" } = sources;
  checkConfig(config, configFile);
  const names = Object.keys(settingDefinitions) as SettingName[];
  const settings = names.map((name) => {
    const definition = settingDefinitions[name];
    const candidates: [string, unknown][] = [
      [flagOf(name), flags[name]],
      [environmentVariableOf(name), environment[environmentVariableOf(name)] || undefined],
      [`${configFile}: ${name}`, config[name]],
    ];
    const [source, value] = candidates.find(([, given]) => given !== undefined) ?? [];
    const fail = (expected: string): never => {
      throw new UsageError(`${source}: given ${JSON.stringify(value)}, expected ${expected}`);
    };
    return [name, value === undefined ? definition.default : definition.parse(value, fail)];
  });
  return Object.fromEntries(settings);
}

function checkConfig(config: object, configFile: string): void {
  for (const [name, value] of Object.entries(config)) {
    if (name === "$schema") continue;
    if (isSettingName(name)) {
      const { isSafeInConfig = () => true }: Setting<unknown> = settingDefinitions[name];
      if (isSafeInConfig(value)) continue;
      throw new UsageError(
        `${configFile}: ${name}: given ${JSON.stringify(value)}, which only ${flagOf(name)} or ${environmentVariableOf(name)} may say, because a pull request can change this file`,
      );
    }
    if (/key|token/i.test(name)) {
      throw new UsageError(`${configFile}: ${name}: the API key is read from the environment only (TESTSIGMA_API_KEY)`);
    }
    throw new UsageError(`${configFile}: unknown setting ${name}${didYouMean(name, Object.keys(settingDefinitions))}`);
  }
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingDefinitions, name);
}
