import { expect, inject, test } from "vitest";
import { spec } from "./src/spec.ts";
import { expectedFailure } from "./src/targets/prism-differences.ts";
import { openTarget } from "./src/targets/target.ts";

export const { operations } = spec;

const { CONTRACT_TARGET: targetName = "in-process" } = process.env;

/**
 * A test against the target of this run. It also fails if a response deviates from the spec. On Prism, it fails if it does
 * not show the difference that names it.
 */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: from the pattern, Vitest reads the fixtures that this one needs.
  .extend("target", { scope: "file" }, async ({}, { onCleanup }) => {
    const target = await openTarget(targetName, inject("prismUrl"));
    onCleanup(() => target[Symbol.asyncDispose]());
    return target;
  })
  .extend("client", ({ target }) => target.client)
  .extend("deviations", { auto: true }, ({ target, task, onTestFinished }, { onCleanup }) => {
    const checkFailure = targetName === "prism" ? expectedFailure(task.fullTestName) : undefined;
    if (checkFailure) {
      onTestFinished(() => {
        checkFailure(task.result?.errors ?? []);
        // Vitest then counts the failure as a success.
        Object.assign(task, { fails: true });
      });
    }
    target.deviations.clear();
    onCleanup(() => {
      if (target.deviations.size === 0) return;
      const first = [...target.deviations].slice(0, 10).join("\n  ");
      expect.fail(
        `The mock deviates from the spec:\n  ${first}\nCorrect the mock, or the spec: its examples are responses of the mock.`,
      );
    });
  });
