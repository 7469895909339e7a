import { didYouMean } from "../text/plain-text.js";

/** Rejects a value: what is expected, and what was probably meant. */
type Fail = (expected: string, hint?: string) => never;

/** The form of a setting: what help shows, and the way its value is read. */
export interface Setting<Value> {
  readonly description: string;
  /** The placeholder for the value in help; `undefined` for a switch. */
  readonly placeholder?: string;
  /** The values of a choice, for help and completion. */
  readonly choices?: readonly string[];
  /** Whether the flag may be repeated; several values are separated by commas in its environment variable. */
  readonly isRepeatable?: boolean;
  /** Reads the value of a flag or environment variable; calls `fail` if it is not allowed. */
  parse(text: string, fail: Fail): Value;
  /** Used for a setting that no source has. */
  readonly default: Value;
}

export function text(placeholder: string, description: string): Setting<string | undefined> {
  return { description, placeholder, parse: (text, fail) => text.trim() || fail("text"), default: undefined };
}

/** Creates a choice between values. The first one is the default. */
export function choice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  description: string,
): Setting<Value> {
  const parse = (text: string, fail: Fail) =>
    values.find((allowed) => allowed === text) ?? fail(inWords(values), didYouMean(text, values));
  return { description, placeholder: "choice", choices: values, parse, default: values[0] };
}

const switches: ReadonlyMap<string, boolean> = new Map(
  Object.entries({ true: true, 1: true, yes: true, on: true, false: false, 0: false, no: false, off: false }),
);

/** Creates a switch, which is off by default. */
export function toggle(description: string): Setting<boolean> {
  return {
    description,
    parse: (text, fail) => switches.get(text.toLowerCase()) ?? fail("true or false"),
    default: false,
  };
}

export function seconds(byDefault: number, description: string): Setting<number> {
  return {
    description,
    placeholder: "seconds",
    parse(text, fail) {
      const number = Number(text.trim() || Number.NaN);
      // A timer cannot be longer than about 2,000,000 seconds.
      return number > 0 && number < 2e6 ? number : fail("a number above 0");
    },
    default: byDefault,
  };
}

export function list(placeholder: string, description: string): Setting<readonly string[]> {
  return { description, placeholder, isRepeatable: true, parse: itemsOf, default: [] };
}

/** Creates pairs of a known name and a text. */
export function pairs<const Name extends string>(
  names: readonly Name[],
  placeholder: string,
  description: string,
): Setting<Readonly<Partial<Record<Name, string>>>> {
  return {
    description,
    placeholder,
    isRepeatable: true,
    parse(text, fail) {
      const items = itemsOf(text).map((item) => item.split(/\s*=\s*(.*)/s, 2));
      return items.every(([name, value]) => names.some((known) => known === name) && value)
        ? (Object.fromEntries(items) as Partial<Record<Name, string>>)
        : fail(`${inWords(names)}, each with a name`);
    },
    default: {} as Partial<Record<Name, string>>,
  };
}

function itemsOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

function inWords(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
