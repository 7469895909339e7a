import { isRecord } from "../options/describe-value.js";

type Parameters = { readonly [name: string]: unknown };

const encode = (value: unknown) => encodeURIComponent(value instanceof Date ? value.toISOString() : String(value));

/** Fills parameters into a path template. */
export const serializePath = (template: string, parameters: Parameters) =>
  template.replace(/{([^{}]+)}/g, (_placeholder, name) => encode(parameters[name]));

/**
 * Writes query parameters in the styles that the spec may use: `form`, which repeats the name for each item of a list,
 * and `deepObject`. Leaves out parameters that are `undefined` or `null`.
 */
export const serializeQuery = (parameters: Parameters) =>
  Object.entries(parameters)
    .flatMap(([name, value]) => pairs(name, value))
    .join("&");

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(name, item));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner));
  return [`${encode(name)}=${encode(value)}`];
}
