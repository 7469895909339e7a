import { afterAll, assert, describe, it } from "vitest";
import { promisesOf, summarizeCoverage } from "../../src/coverage.ts";
import type { Exchange } from "../../src/exchange.ts";
import { readExchanges } from "../../src/exchange-log.ts";
import { mockTargets } from "../../src/mock-targets.ts";
import { readOperations, testFileOf } from "../../src/operations.ts";

const operations = await readOperations();

describe.each(mockTargets)("the contract tests exercise on %s", (target) => {
  const seen: Exchange[] = [];
  afterAll(() => {
    console.log(`Exercised on ${target}: ${summarizeCoverage(operations.flatMap(promisesOf), seen)}.`);
  });

  describe.each(operations)("$id", async (operation) => {
    const exchanges = await readExchanges(target, testFileOf(operation));
    seen.push(...exchanges);

    it.each(promisesOf(operation))("the $kind $name", ({ isExercised, remedy }) => {
      assert(exchanges.some(isExercised), remedy);
    });
  });
});
