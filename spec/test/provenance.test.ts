import { expect, it } from "vitest";
import { marks } from "../plugins/provenance.ts";
import { document, operation, operations, property, requestBody, resolve, responseBody } from "./spec.ts";

interface Marked {
  pointer: string;
  mark: string;
  description: unknown;
}

/** Returns every node below this one that has a mark. */
function marked(node: unknown, pointer = "#"): Marked[] {
  if (typeof node !== "object" || node === null) return [];
  const mark: unknown = Reflect.get(node, "x-provenance");
  const here = typeof mark === "string" ? [{ pointer, mark, description: Reflect.get(node, "description") }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, child]) => marked(child, `${pointer}/${key}`))];
}

const nodes = marked(document);

it("all three marks are in use", () => {
  expect(new Set(nodes.map(({ mark }) => mark))).toEqual(new Set(marks));
});

it("no description repeats the mark beside it: readers and generators show it themselves", () => {
  expect(nodes.filter(({ description }) => /Provenance:/.test(String(description)))).toEqual([]);
});

it("a property that is a reference carries its own mark", () => {
  const { schema } = responseBody("listTestRunCases", "200");
  expect(property(schema, "page_info")).toMatchObject({
    "x-provenance": "observed",
    description: expect.stringMatching(/^Where this page stands in the list\./),
  });
});

it.each([
  ["a documented property", property(requestBody("createTestRun").schema, "title"), "documented"],
  ["an observed property", property(requestBody("createTestRun").schema, "test_plan_id"), "observed"],
  ["an observed status", operation("createTestRun").responses.find(({ status }) => status === "400"), "observed"],
  ["an inferred example", responseBody("createTestRun", "500").examples.internal_error, "inferred"],
])("%s carries its mark", (_what, node, mark) => {
  expect(Object.values(node ?? {})).toContain(mark);
});

it("every list names an array of its response", () => {
  const lists = operations.filter(({ items }) => items.length > 0);
  const missing = lists.flatMap(({ id, items }) =>
    items.filter((path) => property(resolve(responseBody(id, "200").schema), path)?.type !== "array"),
  );
  expect(missing).toEqual([]);
  expect(lists.map(({ id }) => id)).toEqual(operations.map(({ id }) => id).filter((id) => id.startsWith("list")));
});
