import { merged, type Resolve, type Schema } from "@testsigma-tms/codegen";

/** A row of a field table of the documented page. */
export interface DocumentedField {
  /** The name as printed: `title`, `static_selection_filters[].field`, `data.test_run.id`. */
  name: string;
  /** The description without its `(e.g. …)`. */
  wording: string;
  /** The value in `(e.g. …)`. */
  example?: string;
}

/** Reads the table under a heading of the documented page. */
export function documentedFields(page: string, heading: string): DocumentedField[] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.endsWith(heading)) + 1;
  if (start === 0) throw new Error(`The page has no heading "${heading}".`);
  const fields: DocumentedField[] = [];
  for (const line of lines.slice(start)) {
    const [, name, text] = /^(\S+) \| (.+) \|$/.exec(line) ?? [];
    if (!name || !text) break;
    const example = /\(e\.g\. (\w+)\)/.exec(text)?.[1];
    fields.push({ name, wording: text.replace(/ \(e\.g\. \w+\)/, ""), ...(example && { example }) });
  }
  return fields;
}

/**
 * Returns the names of the properties that a schema marks as documented, in the page's notation. Objects that only wrap
 * others, such as `data`, have no row there.
 */
export function markedDocumented(node: Schema, resolve: Resolve, path = ""): string[] {
  const { properties = {} } = merged(node, resolve);
  return Object.entries(properties as Record<string, Schema>).flatMap(([name, property]) => {
    const schema = merged(property, resolve);
    if (schema["x-provenance"] !== "documented") return [];
    const here = `${path}${name}`;
    if (schema.type === "object") return markedDocumented(schema, resolve, `${here}.`);
    const items = typeof schema.items === "object" ? schema.items : {};
    return [here, ...markedDocumented(items, resolve, `${here}[].`)];
  });
}
