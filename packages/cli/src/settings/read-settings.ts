import { UsageError } from "../errors/usage-error.js";
import {
  environmentVariableOf,
  flagOf,
  type SettingDefinition,
  type SettingName,
  type Settings,
  settingDefinitions,
} from "./definitions.js";
import { didYouMean } from "./did-you-mean.js";

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
  checkNames(config, configFile);
  const settings: Partial<Record<SettingName, unknown>> = {};
  for (const name of Object.keys(settingDefinitions) as SettingName[]) {
    const definition: SettingDefinition = settingDefinitions[name];
    const candidates: [string, unknown][] = [
      [flagOf(name), flags[name]],
      [environmentVariableOf(name), environment[environmentVariableOf(name)] || undefined],
      [`${configFile}: ${name}`, config[name]],
    ];
    const given = candidates.find(([, value]) => value !== undefined);
    settings[name] = given ? parseValue(definition, ...given) : defaultOf(definition);
  }
  return settings as Settings;
}

function checkNames(config: object, configFile: string): void {
  for (const name of Object.keys(config)) {
    if (name === "$schema" || name in settingDefinitions) continue;
    if (/key|token/i.test(name)) {
      throw new UsageError(`${configFile}: ${name}: the API key is read from the environment only (TESTSIGMA_API_KEY)`);
    }
    throw new UsageError(`${configFile}: unknown setting ${name}${didYouMean(name, Object.keys(settingDefinitions))}`);
  }
}

function defaultOf(definition: SettingDefinition): unknown {
  return definition.kind === "pairs" ? {} : definition.default;
}

function parseValue(definition: SettingDefinition, source: string, value: unknown): unknown {
  const fail = (expected: string): never => {
    throw new UsageError(`${source}: given ${JSON.stringify(value)}, expected ${expected}`);
  };
  const { kind, allowed = [] } = definition;
  switch (kind) {
    case "text":
      return typeof value === "string" && value.trim() ? value.trim() : fail("text");
    case "choice":
      return allowed.includes(value as string) ? value : fail(inWords(allowed) + didYouMean(value, allowed));
    case "switch":
      return switches.get(String(value).toLowerCase()) ?? fail("true or false");
    case "number": {
      const number = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
      return typeof number === "number" && number > 0 && number < 2e6 ? number : fail("a number above 0");
    }
    case "list": {
      const list = typeof value === "string" ? value.split(",") : value;
      if (!Array.isArray(list) || list.some((item) => typeof item !== "string")) return fail("a list of text");
      return list.map((item: string) => item.trim()).filter(Boolean);
    }
    case "pairs": {
      const pairs = typeof value === "string" ? value.split(",").map(pairOf) : pairsOf(value);
      const isValid = ([name, text]: readonly [string, unknown]) =>
        allowed.includes(name) && typeof text === "string" && text.trim();
      return pairs?.every(isValid) ? Object.fromEntries(pairs) : fail(`${inWords(allowed)}, each with a name`);
    }
  }
}

const switches = new Map([
  ["true", true],
  ["1", true],
  ["yes", true],
  ["on", true],
  ["false", false],
  ["0", false],
  ["no", false],
  ["off", false],
]);

function pairsOf(value: unknown): [string, unknown][] | undefined {
  if (Array.isArray(value)) return value.map((item) => pairOf(String(item)));
  return value !== null && typeof value === "object" ? Object.entries(value) : undefined;
}

function pairOf(text: string): [string, string] {
  const equals = text.indexOf("=");
  return [text.slice(0, Math.max(equals, 0)).trim(), text.slice(equals + 1).trim()];
}

function inWords(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
