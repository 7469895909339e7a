import { assert, describe, it } from "vitest";
import { promisesOf } from "../../src/coverage.ts";
import { readExchanges } from "../../src/exchange-log.ts";
import { readOperations } from "../../src/operations.ts";
import { mockTargets } from "../../src/target.ts";

const promises = (await readOperations()).flatMap(promisesOf);

describe.each(mockTargets)("the contract tests exercise on %s", async (target) => {
  const exchanges = await readExchanges(target);

  it.each(promises)("the $kind: $what", ({ isExercised, remedy }) => {
    assert(exchanges.some(isExercised), remedy);
  });
});
