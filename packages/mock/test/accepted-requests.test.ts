import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { createMockFetch } from "../src/index.js";
import { createRun, smallestRun } from "./create-run.js";

const { cache } = createRequire(import.meta.url);
const ofPrism = () => Object.keys(cache).filter((path) => path.includes("@stoplight"));

it("loads Prism at the first rejection, and for no accepted request", async () => {
  const mock = createMockFetch({ state: true });
  for (let count = 0; count < 100; count++) {
    const title = `Run ${count}`;
    expect((await createRun(mock, { body: JSON.stringify({ ...smallestRun, title }) })).status).toBe(200);
  }
  expect(ofPrism()).toEqual([]);

  expect((await createRun(mock, { body: "{}" })).status).toBe(422);
  expect(ofPrism()).not.toEqual([]);
});
