import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { expectedOn, nodeAtHand } from "../src/fault.ts";
import { themes } from "../src/faults/themes.ts";
import { type PlayedMatrix, playMatrix } from "../src/matrix/play-matrix.ts";

const runtime = nodeAtHand();
let played: PlayedMatrix;

// All faults are played at once: most of them wait, and none computes.
beforeAll(async () => {
  played = await playMatrix();
});

describe.each(themes)("$title", ({ faults }) => {
  for (const fault of faults) {
    const { result, attempts, outcome = "no outcome", executed } = expectedOn(fault, runtime);
    const operation = fault.operation ? `${fault.operation}, ` : "";
    it(`${operation}${fault.name}: ${result}, ${attempts} attempts, ${outcome}, executed ${executed}`, () => {
      expect(played.mismatches.get(fault)).toBeUndefined();
    });
  }
});

it("is in MATRIX.md as it is printed; else run: pnpm faults --write", async () => {
  expect(await readFile(new URL("../MATRIX.md", import.meta.url), "utf8")).toBe(played.matrix);
});

it("plays every fault, each with a name of its own", () => {
  const names = themes.flatMap(({ title, faults }) =>
    faults.map(({ operation, name }) => `${title}: ${operation}, ${name}`),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(played.count).toBe(names.length);
});
