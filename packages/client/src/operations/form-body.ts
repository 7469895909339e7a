import { describeType } from "../options/describe-value.js";

/**
 * Makes a form of the parts in the input; one of several files stands in an array.
 *
 * A file is a `Blob` (with the base name of a `File`) or its text. A stream is rejected, because it could not be sent again
 * after a redirect or the rate limit.
 */
export function formBody(parts: { readonly [name: string]: unknown }, files: readonly string[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      if (item instanceof Blob) form.append(name, item, fileName(item, name));
      else if (!files.includes(name)) form.append(name, typeof item === "object" ? JSON.stringify(item) : String(item));
      else if (typeof item === "string") form.append(name, new Blob([item]), name);
      else {
        const remedy = "Give bytes as new Blob([bytes]), a stream as await new Response(stream).blob()";
        throw new TypeError(`${name}: expected a Blob, a File or a string, got ${describeType(item)}. ${remedy}`);
      }
    }
  }
  return form;
}

/** The name without its folders, which are the caller's own business. */
const fileName = (file: Blob, fallback: string) => (file as Partial<File>).name?.replace(/.*[\\/]/, "") || fallback;
