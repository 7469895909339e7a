import { describe, expect, it } from "vitest";
import { promisesOf, summarizeCoverage } from "../../src/exchanges/coverage.ts";
import { readExchanges } from "../../src/exchanges/exchange-log.ts";
import { spec } from "../../src/spec/spec.ts";
import { mockTargets } from "../../src/targets/mock-targets.ts";

const promises = spec.operations.flatMap(promisesOf);

describe.each(mockTargets)("the contract tests exercise on %s", async (target) => {
  const exchanges = await readExchanges(target);
  console.log(`Exercised on ${target}: ${summarizeCoverage(promises, exchanges)}.`);

  it.each(["operation", "request example", "status", "response example"])("every %s", (kind) => {
    const missing = promises
      .filter((promised) => promised.kind === kind && !exchanges.some(promised.isExercised))
      .map(({ operation, name }) => `${operation}: ${name}`);

    expect(missing, "The spec has these, and no contract test exercises them").toEqual([]);
  });
});
