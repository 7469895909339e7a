import { expect, test } from "vitest";
import { writeExchanges } from "../src/exchange-log.ts";
import { listDeviations } from "../src/list-deviations.ts";
import { readOperations } from "../src/operations.ts";
import { openTarget } from "../src/target.ts";

export const operations = await readOperations();

export const isLive = process.env.CONTRACT_TARGET === "live";

/**
 * A test against the target of this run. What it exchanges counts as exercised. On a mock it also fails where an answer
 * deviates from the API description; a live run reports the deviations at its end.
 */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  .extend("target", { scope: "file" }, async ({}, { onCleanup }) => {
    const target = await openTarget(process.env, operations);
    const testFile = expect.getState().testPath ?? "";
    onCleanup(async () => {
      await target[Symbol.asyncDispose]();
      await writeExchanges(target.name, testFile, target.exchanges);
    });
    return target;
  })
  .extend("client", ({ target }) => target.client)
  .extend("deviations", { auto: true }, ({ target }, { onCleanup }) => {
    const earlier = target.exchanges.length;
    onCleanup(() => {
      const deviations = listDeviations(target.exchanges.slice(earlier));
      if (isLive || deviations.length === 0) return;
      const most = deviations.slice(0, 10).join("\n  ");
      expect.fail(
        `The mock deviates from the API description:\n  ${most}\nCorrect the mock, or the description in spec/; its examples are answers of the mock.`,
      );
    });
  });
