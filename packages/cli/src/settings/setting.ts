import { didYouMean } from "./did-you-mean.js";

/** The form of a setting: its part of the schema of `testsigma-tms.config.json`, and the way its value is read. */
export interface Setting<Value> {
  readonly schema: { readonly description: string; readonly default?: unknown } & Readonly<Record<string, unknown>>;
  /** The placeholder for the value in help; `undefined` for a switch. */
  readonly placeholder?: string;
  /** The values of a choice, for help and completion. */
  readonly choices?: readonly string[];
  /** True if the flag may be repeated. */
  readonly isRepeatable?: boolean;
  /** Reads a value of a flag, environment variable or configuration file; calls `fail` if it is not allowed. */
  parse(value: unknown, fail: (expected: string) => never): Value;
  /** Returns whether a value may stand in the configuration file, which a pull request can change. @default true */
  readonly isSafeInConfig?: (value: unknown) => boolean;
  /** Used for a setting that no source has. */
  readonly default: Value;
}

export function text(placeholder: string, description: string): Setting<string | undefined> {
  return {
    schema: { description, type: "string", minLength: 1 },
    placeholder,
    parse: (value, fail) => (typeof value === "string" && value.trim() ? value.trim() : fail("text")),
    default: undefined,
  };
}

/** Creates a choice between values. The first one is the default. */
export function choice<const Value extends string>(values: readonly [Value, ...Value[]], description: string) {
  return { ...optionalChoice(values, description, { default: values[0] }), default: values[0] } as Setting<Value>;
}

/** Creates a choice whose default depends on other things. */
export function optionalChoice<const Value extends string>(
  values: readonly Value[],
  description: string,
  schema: object = {},
): Setting<Value | undefined> {
  return {
    schema: { description, enum: values, ...schema },
    placeholder: "choice",
    choices: values,
    parse: (value, fail) =>
      values.find((allowed) => allowed === value) ?? fail(inWords(values) + didYouMean(value, values)),
    default: undefined,
  };
}

const switches = new Map(
  Object.entries({ true: true, 1: true, yes: true, on: true, false: false, 0: false, no: false, off: false }),
);

export function toggle(isOn: boolean, description: string): Setting<boolean> {
  return {
    schema: { description, type: "boolean", default: isOn },
    parse: (value, fail) => switches.get(String(value).toLowerCase()) ?? fail("true or false"),
    default: isOn,
  };
}

export function seconds(byDefault: number, description: string): Setting<number> {
  return {
    schema: { description, type: "number", exclusiveMinimum: 0, default: byDefault },
    placeholder: "seconds",
    parse(value, fail) {
      const number = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
      // A timer cannot be longer than about 2,000,000 seconds.
      return typeof number === "number" && number > 0 && number < 2e6 ? number : fail("a number above 0");
    },
    default: byDefault,
  };
}

export function list(placeholder: string, description: string): Setting<readonly string[]> {
  return {
    schema: { description, type: "array", items: { type: "string" } },
    placeholder,
    isRepeatable: true,
    parse(value, fail) {
      const items = typeof value === "string" ? value.split(",") : value;
      if (!Array.isArray(items) || items.some((item) => typeof item !== "string")) return fail("a list of text");
      return items.map((item: string) => item.trim()).filter(Boolean);
    },
    default: [],
  };
}

/** Creates pairs of a known name and a text. */
export function pairs<const Name extends string>(
  names: readonly Name[],
  placeholder: string,
  description: string,
): Setting<Readonly<Partial<Record<Name, string>>>> {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string", minLength: 1 }]));
  return {
    schema: { description, type: "object", properties, additionalProperties: false },
    placeholder,
    isRepeatable: true,
    parse(value, fail) {
      const isValid = ([name, text]: [string, unknown]) =>
        names.some((known) => known === name) && typeof text === "string" && text.trim();
      const given = entries(value);
      return given.length > 0 && given.every(isValid)
        ? (Object.fromEntries(given) as Partial<Record<Name, string>>)
        : fail(`${inWords(names)}, each with a name`);
    },
    default: {} as Partial<Record<Name, string>>,
  };
}

function entries(value: unknown): [string, unknown][] {
  const items = typeof value === "string" ? value.split(",") : value;
  if (!Array.isArray(items)) return Object.entries(Object(items));
  return items.map((item) => {
    const [name = "", ...text] = String(item).split("=");
    return [name.trim(), text.join("=").trim()];
  });
}

function inWords(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
