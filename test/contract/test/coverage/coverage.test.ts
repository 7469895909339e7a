import { describe, expect, it } from "vitest";
import { promiseKinds, promisesOf, unexercised } from "../../src/exchanges/coverage.ts";
import { readExchanges } from "../../src/exchanges/exchange-log.ts";
import { spec } from "../../src/spec/spec.ts";
import { mockTargets } from "../../src/targets/mock-targets.ts";

describe.each(mockTargets)("the contract tests exercise on %s", async (target) => {
  const exchanges = await readExchanges(target);

  it.each(promiseKinds)("every %s", (kind) => {
    const promises = spec.operations.flatMap(promisesOf).filter((promise) => promise.includes(`: ${kind}`));
    const missing = unexercised(promises, exchanges);

    console.log(`Exercised on ${target}, as ${kind}: ${promises.length - missing.length} of ${promises.length}.`);
    expect(missing, "The spec has these, and no contract test exercises them").toEqual([]);
  });
});
