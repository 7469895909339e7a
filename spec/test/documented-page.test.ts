import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { merged, type Schema } from "../reader/index.ts";
import { document, operation, property, requestBody, resolve, responseBody } from "./spec.ts";

const page = await readFile(new URL("fixtures/create-a-test-run.txt", import.meta.url), "utf8");
const body = requestBody("createTestRun");
const created = responseBody("createTestRun", "200");

const oneLine = (text: string | undefined) => text?.replaceAll(/\s+/g, " ");

describe("the documented path parameters", () => {
  // The parameter is shared, so it does not say what belongs to the project.
  it.each(documentedFields("PATH PARAMETERS"))("describe $name in the page's words", ({ name, wording }) => {
    const parameter = operation("createTestRun").parameters.find((candidate) => candidate.name === name);
    expect(oneLine(parameter?.description)).toContain(wording.replace(" the test run belongs to", ""));
  });
});

describe.each([
  ["request properties", "REQUEST BODY", body.schema],
  ["response attributes", "RESPONSE ATTRIBUTES", created.schema],
])("the documented %s", (_, heading, schema) => {
  const fields = documentedFields(heading);

  it("are fifteen: all that the spec calls documented", () => {
    expect(fields).toHaveLength(15);
    expect(markedDocumented(schema).sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  // The schema of a run is shared, so it does not say that the run was created.
  it.each(fields)("describe $name in the page's words", ({ name, wording, example }) => {
    expect(oneLine(property(schema, name)?.description)).toContain(wording.replace("the created", "the"));
    if (example) expect(property(schema, name)?.examples).toContain(example);
  });
});

it.each([
  ["regression_suite", body.examples, "-d '"],
  ["created", created.examples, "200OK"],
])("the example %s is the documented one, property by property", (name, examples, start) => {
  const [printed = ""] = page.slice(page.indexOf(start) + start.length).split("'const response");
  expect(JSON.stringify(examples[name]?.value)).toBe(JSON.stringify(JSON.parse(printed)));
});

it("the documented address is the server marked documented, and the path", () => {
  const server = document.servers?.find((candidate) => Reflect.get(candidate, "x-provenance") === "documented");
  expect(page).toContain(`'${server?.url}/projects/:project_id/test_runs'`);
});

it("create a test run is the first path, operation and tag", () => {
  const [path, item] = Object.entries(document.paths ?? {})[0] ?? [];
  expect(path).toBe("/projects/{project_id}/test_runs");
  expect(Object.keys(item ?? {})).toEqual(["parameters", "post", "get"]);
  expect(document.tags?.[0]?.name).toBe(operation("createTestRun").tag);
});

/** A row of a field table of the documented page. */
interface DocumentedField {
  /** The name as printed: `title`, `static_selection_filters[].field`, `data.test_run.id`. */
  name: string;
  /** The description without its `(e.g. …)`. */
  wording: string;
  /** The value in `(e.g. …)`. */
  example?: string;
}

/** Reads the table under a heading of the documented page. */
function documentedFields(heading: string): DocumentedField[] {
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
function markedDocumented(node: Schema, path = ""): string[] {
  const { properties = {} } = merged(node, resolve);
  return Object.entries(properties as Record<string, Schema>).flatMap(([name, property]) => {
    const schema = merged(property, resolve);
    if (schema["x-provenance"] !== "documented") return [];
    const here = `${path}${name}`;
    if (schema.type === "object") return markedDocumented(schema, `${here}.`);
    const items = typeof schema.items === "object" ? schema.items : {};
    return [here, ...markedDocumented(items, `${here}[].`)];
  });
}
