import { describe, expect, it } from "vitest";
import { described, endpoints } from "./every-endpoint.ts";
import { operations } from "./spec.ts";

/** The shapes that were observed in the requests and responses of each endpoint; an example must have each of them. */
const seen = endpoints.flatMap(([name, { status, observed = {}, response }]) => {
  const responses = [observed.response, status === "observed" ? response : undefined].filter(
    (found) => found !== undefined,
  );
  const requests = [observed.request?.body, observed.request?.form, ...(observed.requests ?? [])].filter(Boolean);
  return [
    ...responses.map(({ body }) => ({ name, what: "response", shape: body })),
    ...requests.map((shape) => ({ name, what: "request", shape })),
  ];
});

describe("an observed example has the observed shape:", () => {
  it.each(seen)("$what of $name, $shape", ({ name, what, shape }) => {
    const operation = described.get(name);
    const bodies =
      what === "request" ? operation?.requestBody : operation?.responses.find(({ isSuccess }) => isSuccess);
    const examples = bodies?.content.flatMap((content) => Object.values(content.examples)) ?? [];
    const observed = examples.filter((example) => example["x-provenance"] === "observed");
    expect(observed.map(({ value }) => paths(value))).toContainEqual(paths(shape));
  });

  it("the names of results", () => {
    const names = endpoints.flatMap(([, { observed }]) => observed?.names ?? []);
    const operation = operations.find(({ id }) => id === "listTestRunStatuses");
    const example = operation?.responses[0]?.content[0]?.examples.listed_as_observed;
    const statuses = names.map((name) => expect.objectContaining({ name }));
    expect(example?.value).toMatchObject({ data: { statuses } });
  });
});

/** Returns the places of all values within a value, sorted; the items of an array share one place. */
function paths(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : paths(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value)
    .flatMap(([name, child]) => paths(child, `${path}.${name}`))
    .toSorted();
}
