import { expect, it } from "vitest";
import { marks } from "../plugins/provenance.ts";
import { openapi } from "./openapi.ts";

interface Marked {
  pointer: string;
  mark: string;
  description: unknown;
}

/** Every node below this one that carries a mark. */
function marked(node: unknown, pointer = "#"): Marked[] {
  if (typeof node !== "object" || node === null) return [];
  const mark: unknown = Reflect.get(node, "x-provenance");
  const here = typeof mark === "string" ? [{ pointer, mark, description: Reflect.get(node, "description") }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, child]) => marked(child, `${pointer}/${key}`))];
}

const nodes = marked(openapi);

it("all three marks are in use", () => {
  expect(new Set(nodes.map(({ mark }) => mark))).toEqual(new Set(marks));
});

it("every mark is the last line of the description beside it, once", () => {
  const silent = nodes.filter(
    ({ mark, description }) =>
      !String(description).endsWith(`Provenance: **${mark}**.`) ||
      String(description).split("Provenance:").length !== 2,
  );
  expect(silent).toEqual([]);
});

it.each([
  ["a documented member", "requestBody/content/application/json/schema/properties/title", "documented"],
  ["an observed member", "requestBody/content/application/json/schema/properties/test_plan_id", "observed"],
  ["an observed status", "responses/400", "observed"],
  ["an inferred example", "responses/500/content/application/json/examples/internal_error", "inferred"],
])("%s carries its mark", (_what, place, mark) => {
  const pointer = `#/paths//projects/{project_id}/test_runs/post/${place}`;
  expect(nodes.find((node) => node.pointer === pointer)?.mark).toBe(mark);
});
