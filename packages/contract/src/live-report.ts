import { promisesOf } from "./coverage.ts";
import type { Exchange } from "./exchange.ts";
import { listDeviations } from "./list-deviations.ts";
import type { Operation } from "./operations.ts";

/** Tells how a live service deviates from the API description, and what of the description was not seen. */
export function liveReport(operations: Operation[], exchanges: Exchange[], haveTestsFailed: boolean): string {
  const deviations = listDeviations(exchanges);
  const unseen = operations
    .flatMap(promisesOf)
    .filter(({ kind, isExercised }) => kind === "status" && !exchanges.some(isExercised));
  return [
    `Report: ${exchanges.length} answers. Deviations from the API description: ${deviations.length}.`,
    ...deviations.map((deviation) => `  ${deviation}`),
    ...(deviations.length > 0 ? [remedy] : []),
    ...(haveTestsFailed ? ["Some tests failed: the service does not behave as described. They are listed above."] : []),
    `Described, but not seen: ${unseen.map(({ name }) => name).join(", ") || "nothing"}.`,
  ].join("\n");
}

const remedy = `Where the service is right, correct the description in spec/ (mark it observed), then run "pnpm generate" and
"pnpm test". After a redirect, set TESTSIGMA_BASE_URL to where it leads.`;
