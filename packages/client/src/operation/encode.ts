import { describeType, isFile, isRecord, property } from "../describe.js";

type Parameters = { readonly [name: string]: unknown };

const encode = (value: unknown): string =>
  encodeURIComponent(value instanceof Date ? value.toISOString() : String(value));

/** Fills parameters into a path template. */
export function serializePath(template: string, parameters: Parameters): string {
  return template
    .split(/[{}]/)
    .reduce((path, part, index) => path + (index % 2 === 1 ? encode(parameters[part]) : part));
}

/**
 * Returns parameters as a query string, which repeats the name for each item of a list (`style: form`). Leaves out
 * parameters that are `undefined` or `null`.
 *
 * @throws {TypeError} for an object, which has no place in a query
 */
export function serializeQuery(parameters: Parameters): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => pairs(name, value))
    .join("&");
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(name, item));
  if (isRecord(value)) throw new TypeError(`${name}: expected a single value or a list, got an object`);
  return [`${encode(name)}=${encode(value)}`];
}

/**
 * Creates a form from the parts in the input; several files for one part are given as an array.
 *
 * A file is a `Blob` (a `File` is sent with its base name) or its text. A stream is rejected, because it could not be
 * sent again after a redirect or a rate limit.
 *
 * @throws {TypeError} for what cannot be sent as a part, and under jsdom
 */
export function formBody(parts: Parameters, files: readonly string[]): FormData {
  const form = new FormData();
  // The runtime would send this `FormData` as the text "[object FormData]".
  if (new Response(form).headers.get("content-type")?.startsWith("text/plain")) {
    throw new TypeError("fetch cannot send the FormData of jsdom. Use the node environment");
  }
  for (const [name, value] of Object.entries(parts)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) form.append(name, item, fileName(item, name));
      else if (files.includes(name) || isFile(item)) form.append(name, fileOfText(name, item), name);
      else if (typeof item === "object") throw new TypeError(`${name}: expected a single value, got an object`);
      else form.append(name, String(item));
    }
  }
  return form;
}

/** Returns the file name without its folders, which may tell about the user's machine. */
function fileName(file: Blob, fallback: string): string {
  const name = property(file, "name");
  return (typeof name === "string" && name.replace(/.*[\\/]/, "")) || fallback;
}

/** A name such as `results.xml` or `@results.xml`, as other tools take it, and not XML. */
const xmlPath = /^[^<]+\.xml$/i;

function fileOfText(name: string, text: unknown): Blob {
  const isText = typeof text === "string";
  if (isText && !xmlPath.test(text)) return new Blob([text]);
  const actual = isText ? "a path" : `${describeType(text)}${isFile(text) ? " that is not this runtime's own" : ""}`;
  const remedy = "Wrap bytes in new Blob([bytes]); read a stream with await new Response(stream).blob()";
  throw new TypeError(`${name}: expected a Blob, a File or a string, got ${actual}. ${remedy}`);
}
