import { type CallOptions, paginate, ResponseError, type TestsigmaClient } from "@testsigma-tms/client";
import { prefer, type ScenarioName } from "@testsigma-tms/mock";
import { describe, expect } from "vitest";
import { it, operations } from "./contract-test.ts";
import { samples } from "./src/requests/generated-requests.ts";
import { valueAt } from "./src/value-at.ts";

const lists = operations.filter(({ items }) => items.length > 0);

describe.each(lists)("$id", (operation) => {
  const { id, items, responses } = operation;
  const [request] = samples(operation, 1);
  expect.assert(request);
  const { parameters } = request;
  const pages = responses.flatMap(({ isSuccess, content }) =>
    isSuccess ? content.flatMap(({ examples }) => Object.entries(examples)) : [],
  );

  it("pages to an end", async ({ client }) => {
    const { seen, failure } = await walk(client, id, parameters);

    if (failure) throw failure;
    expect(seen.length).toBeGreaterThan(0);
  });

  it.for(pages)("pages from the response example %s, and never without end", async ([name, { value }], { client }) => {
    const { seen, failure } = await walk(client, id, parameters, { headers: prefer(name as ScenarioName) });
    const expected = items.map((path) => valueAt(value, path)).find(Array.isArray);

    expect(seen).toEqual(expected);
    // If a page names a next one, the mock returns the same page again.
    if (valueAt(value, "page_info.next")) expect(failure).toBeInstanceOf(ResponseError);
    else expect(failure).toBeUndefined();
  });
});

/** Iterates over all pages of a list; resolves to the items, and to the error if it failed. */
async function walk(client: TestsigmaClient, id: string, input: object, options: CallOptions = {}) {
  const seen: unknown[] = [];
  try {
    for await (const item of paginate(Reflect.get(client, id), input, options)) seen.push(item);
    return { seen, failure: undefined };
  } catch (failure) {
    return { seen, failure };
  }
}
