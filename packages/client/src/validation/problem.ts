import type { InputProblem } from "../errors/input-error.js";

export type Problem = InputProblem;

/** What the generated validators report: an error object of Ajv's. */
export interface AjvError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** Reads an error of Ajv's as a problem of the value that it was found in. */
export function problemOf({ instancePath, keyword, params, message }: AjvError, value: unknown): Problem {
  const name = params.missingProperty as string | undefined;
  if (name !== undefined)
    return { pointer: `${instancePath}/${encode(name)}`, given: undefined, allowed: "a value, it is required" };
  return {
    pointer: instancePath,
    given: at(value, instancePath),
    allowed: words[keyword]?.(params) ?? message ?? keyword,
  };
}

const words: Record<string, (params: Record<string, unknown>) => string> = {
  type: ({ type }) => [type].flat().join(" or "),
  enum: ({ allowedValues }) =>
    `one of ${(allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(", ")}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue),
  format: ({ format }) => `a text of the format ${format}`,
  pattern: ({ pattern }) => `a text that matches ${pattern}`,
  minLength: ({ limit }) => `a text of at least ${limit} character${limit === 1 ? "" : "s"}`,
  maxLength: ({ limit }) => `a text of at most ${limit} characters`,
  minItems: ({ limit }) => `at least ${limit} item${limit === 1 ? "" : "s"}`,
  maxItems: ({ limit }) => `at most ${limit} items`,
  minimum: ({ limit }) => `a number from ${limit}`,
  maximum: ({ limit }) => `a number up to ${limit}`,
};

/** Tells a problem in one sentence. */
export const sentenceOf = ({ pointer, given, allowed }: Problem) =>
  `${pointer || "the whole"}: expected ${allowed}, got ${given === undefined ? "nothing" : (JSON.stringify(given) ?? typeof given).slice(0, 100)}`;

const encode = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
const decode = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

const at = (value: unknown, pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[decode(part)], value);
