import type { Operation } from "@testsigma-tms/codegen";
import { promisesOf, unexercised } from "../exchanges/coverage.ts";
import type { Exchange } from "../exchanges/exchange.ts";
import { listDeviations } from "../exchanges/list-deviations.ts";
import { effectOf } from "./effect-of.ts";

/** Returns a report of how a live service deviates from the spec, what was created, and what was not covered. */
export function liveReport(operations: Operation[], exchanges: Exchange[], haveTestsFailed: boolean): string {
  const deviations = listDeviations(exchanges);
  const called = operations.filter(({ id }) => exchanges.some(({ operation }) => operation === id));
  const unseen = called.flatMap((operation) => {
    const statuses = unexercised(promisesOf(operation), exchanges).flatMap(
      (promise) => / status (\S+)$/.exec(promise)?.[1] ?? [],
    );
    return statuses.length > 0 ? [`  ${operation.id}: ${statuses.join(", ")}`] : [];
  });
  const succeeded = (isCounted: (operation: Operation) => boolean) => {
    const ids = new Set(operations.filter(isCounted).map(({ id }) => id));
    return exchanges.filter(({ operation, status }) => ids.has(operation) && status >= 200 && status < 300).length;
  };
  const created = succeeded((operation) => effectOf(operation) === "create");
  const deleted = succeeded(({ method }) => method === "DELETE");
  return [
    `Report: ${exchanges.length} responses. Deviations from the spec: ${deviations.length}.`,
    ...deviations.map((deviation) => `  ${deviation}`),
    ...(deviations.length > 0 ? [remedy] : []),
    ...(haveTestsFailed
      ? ["Some tests failed: the service does not behave as the spec says. They are listed above."]
      : []),
    `Created: ${created}. Deleted: ${deleted}.`,
    `Operations not called: ${operations.length - called.length} of ${operations.length}.`,
    ...(unseen.length > 0 ? ["Documented, but not seen:", ...unseen] : []),
  ].join("\n");
}

const remedy = `Where the service is right, correct the spec (mark it observed), then run "pnpm generate" and "pnpm test". After a
redirect, set TESTSIGMA_BASE_URL to where it leads.`;
