// The ids in the names bind these tests to test cases of the project.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rentalPrice } from "./prices.mjs";

test("DEMO-1 the first day costs the whole price", () => {
  assert.equal(rentalPrice(4000, 1), 4000);
});

test("DEMO-2 each further day costs half", () => {
  assert.equal(rentalPrice(4000, 3), 8000);
});

test("DEMO-3 no rental is shorter than a day", () => {
  assert.throws(() => rentalPrice(4000, 0), RangeError);
});
