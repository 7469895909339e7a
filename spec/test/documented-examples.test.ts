import { describe, expect, it } from "vitest";
import { merged, type Schema } from "../reader/index.ts";
import { described, endpoints, missingEndpoints } from "./every-endpoint.ts";
import { resolve } from "./spec.ts";

// Operations added later need no entry in the fixture, which has what was known when the spec was written.
it("every known endpoint is an operation; who removes one deletes its entry in fixtures/every-endpoint.examples.json", () => {
  expect(missingEndpoints).toEqual([]);
});

const documented = endpoints.filter(([, { status }]) => status === "documented");
const requests = documented.flatMap(([name, { request }]) => (request ? [{ name, request }] : []));

describe("the documented request example is in the spec, value for value:", () => {
  it.each(requests)("$name", ({ name, request }) => {
    const content = described
      .get(name)
      ?.requestBody?.content.find(({ mediaType }) => mediaType === request.content_type);
    expect(marked(content?.examples)).toEqual([request.body ?? request.form]);
  });
});

describe("the documented response example is in the spec, value for value:", () => {
  it.each(documented)("%s", (name, { response }) => {
    const found = described.get(name)?.responses.find(({ status }) => status === String(response.status));
    expect(marked(found?.content[0]?.examples)).toEqual([response.body]);
  });
});

describe("every property of a documented example is marked documented:", () => {
  it.each(documented)("%s", (name, { response }) => {
    const found = described.get(name)?.responses.find(({ status }) => status === String(response.status));
    expect(undocumented(found?.content[0]?.schema, response.body)).toEqual([]);
  });

  it.each(requests.filter(({ request }) => request.body))("the request of $name", ({ name, request }) => {
    expect(undocumented(described.get(name)?.requestBody?.content[0]?.schema, request.body)).toEqual([]);
  });
});

function marked(examples: Record<string, { "x-provenance"?: string | undefined; value?: unknown }> = {}): unknown[] {
  const found = Object.values(examples).filter((example) => example["x-provenance"] === "documented");
  return found.map(({ value }) => value);
}

/** Returns the properties of a documented value that the schema lacks or does not mark as documented. */
function undocumented(node: Schema | undefined, value: unknown, path = ""): string[] {
  const schema = merged(node ?? {}, resolve);
  const choices = [schema, ...(schema.anyOf ?? []).map((choice) => merged(choice, resolve))];
  if (Array.isArray(value)) {
    const items = choices.map((choice) => choice.items).find((found) => typeof found === "object");
    return value.flatMap((item) => undocumented(items, item, `${path}[]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const property = choices.map((choice) => choice.properties?.[name]).find(Boolean);
    const here = path ? `${path}.${name}` : name;
    const own = property ? resolve<Schema>(property) : undefined;
    return own?.["x-provenance"] === "documented" ? undocumented(own, child, here) : [here];
  });
}
