import { basename } from "node:path";
import { expect, test } from "vitest";
import { writeExchanges } from "../src/exchange-log.ts";
import { readOperations } from "../src/operations.ts";
import { openTarget } from "../src/target.ts";

export const operations = await readOperations();

/** A test against the target of this run. What it exchanges counts as exercised. */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  .extend("target", { scope: "file" }, async ({}, { onCleanup }) => {
    const target = await openTarget(process.env.CONTRACT_TARGET, operations);
    const testFile = basename(expect.getState().testPath ?? "");
    onCleanup(async () => {
      await target[Symbol.asyncDispose]();
      await writeExchanges(target.name, testFile, target.exchanges);
    });
    return target;
  })
  .extend("client", ({ target }) => target.client);
