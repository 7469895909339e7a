import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { documentedFields } from "./documented-fields.ts";
import { openapi, parameters, requestBody, responseBody, type Schema } from "./openapi.ts";

const page = await readFile(new URL("fixtures/create-a-test-run.txt", import.meta.url), "utf8");

/** The schema of a member as the page names it, `data.test_run.id` or `static_selection_filters[].field`. */
function member(schema: Schema | undefined, name: string): Schema | undefined {
  const [first = "", ...rest] = name.split(".");
  const property = schema?.properties?.[first.replace("[]", "")];
  const found = first.endsWith("[]") ? property?.items : property;
  return rest.length === 0 ? found : member(found, rest.join("."));
}

const oneLine = (text: string | undefined) => text?.replaceAll(/\s+/g, " ");

describe("the documented path parameters", () => {
  it.each(documentedFields(page, "PATH PARAMETERS"))("describe $name in the page's words", ({ name, wording }) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    expect(oneLine(parameter?.description)).toContain(wording);
  });
});

describe("the documented request members", () => {
  const fields = documentedFields(page, "REQUEST BODY");

  it("are fifteen", () => {
    expect(fields).toHaveLength(15);
  });

  it.each(fields)("describe $name in the page's words", ({ name, wording }) => {
    expect(oneLine(member(requestBody.schema, name)?.description)).toContain(wording);
  });

  it.each(fields.filter((field) => field.example))("show $example as an example of $name", ({ name, example }) => {
    expect(member(requestBody.schema, name)?.examples).toContain(example);
  });
});

describe("the documented response attributes", () => {
  const fields = documentedFields(page, "RESPONSE ATTRIBUTES");

  it("are fifteen", () => {
    expect(fields).toHaveLength(15);
  });

  it.each(fields)("describe $name in the page's words", ({ name, wording }) => {
    expect(oneLine(member(responseBody("200").schema, name)?.description)).toContain(wording);
  });
});

describe("the documented examples", () => {
  it("are the request example regression_suite, member by member", () => {
    const printed = page.slice(page.indexOf("-d '") + "-d '".length, page.indexOf("'const response"));
    expect(JSON.stringify(requestBody.examples.regression_suite?.value)).toBe(JSON.stringify(JSON.parse(printed)));
  });

  it("are the response example created, member by member", () => {
    const printed = page.slice(page.indexOf("200OK") + "200OK".length);
    expect(JSON.stringify(responseBody("200").examples.created?.value)).toBe(JSON.stringify(JSON.parse(printed)));
  });
});

it("the documented address is the first server and the path", () => {
  const [server] = openapi.servers;
  expect(page).toContain(`'${server?.url}/projects/:project_id/test_runs'`);
});
