import { expect, inject, test } from "vitest";
import { writeExchanges } from "../src/exchanges/exchange-log.ts";
import { listDeviations } from "../src/exchanges/list-deviations.ts";
import type { Effect } from "../src/live/effect-of.ts";
import { readPermissions } from "../src/live/live-settings.ts";
import { spec } from "../src/spec/spec.ts";
import { assertFailure, prismDifference } from "../src/targets/prism-differences.ts";
import { openTarget } from "../src/targets/target.ts";

export const { operations } = spec;

export const isLive = process.env.CONTRACT_TARGET === "live";

/**
 * A test against the target of this run. Its exchanges count for the coverage. On a mock, it also fails if a response
 * deviates from the spec; a live run reports the deviations at its end.
 */
const contractTest = test
  // biome-ignore lint/correctness/noEmptyPattern: from the pattern, Vitest reads the fixtures that this one needs.
  .extend("target", { scope: "file" }, async ({}, { onCleanup }) => {
    const target = await openTarget({ ...process.env, CONTRACT_PRISM_URL: inject("prismUrl") }, spec);
    const testFile = expect.getState().testPath ?? "";
    onCleanup(async () => {
      await target[Symbol.asyncDispose]();
      await writeExchanges(target.name, testFile, target.exchanges);
    });
    return target;
  })
  .extend("client", ({ target }) => target.client)
  .extend("deviations", { auto: true }, ({ target, task, onTestFinished }, { onCleanup }) => {
    const difference = target.name === "prism" ? prismDifference(task.fullTestName) : undefined;
    if (difference) {
      onTestFinished(() => {
        assertFailure(difference, task.result?.errors ?? []);
        // Vitest then counts the failure as a success.
        Object.assign(task, { fails: true });
      });
    }
    const earlier = target.exchanges.length;
    onCleanup(() => {
      const deviations = listDeviations(target.exchanges.slice(earlier));
      if (isLive || deviations.length === 0) return;
      const most = deviations.slice(0, 10).join("\n  ");
      expect.fail(
        `The mock deviates from the spec:\n  ${most}\nCorrect the mock, or the spec: its examples are responses of the mock.`,
      );
    });
  });

const permissions = readPermissions(process.env);
const allowed = (...effects: Effect[]) =>
  contractTest.skipIf(isLive && !effects.every((effect) => permissions.has(effect)));

/** A test that never runs on a live service. */
export const it = contractTest.skipIf(isLive);
/** A test that only reads. Also runs on a live service, with `TESTSIGMA_ALLOW_READS=yes`. */
export const reads = allowed("read");
/** A test that creates. Also runs on a live service, with `TESTSIGMA_ALLOW_CREATES=yes`. */
export const creates = allowed("create");
/**
 * A test that changes or deletes what it created. Also runs on a live service, with `TESTSIGMA_ALLOW_CHANGES=yes` and
 * the two other variables.
 */
export const changes = allowed("read", "create", "change");
