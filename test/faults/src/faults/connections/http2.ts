import { type Differences, succeeds, type Theme, unknown } from "../../fault.ts";
import type { OperationName } from "../../operations.ts";
import { type Cut, cut, success } from "../../reply.ts";
import { forEachKind, type KindFault, kinds } from "../kinds/for-each-kind.ts";
import { lostByRuntimes, resetUnread, sentAgainByRuntimes } from "./reused.ts";

/** A page would need permission to send requests to another origin, so Chromium is left out. */
const overHttp2 = {
  target: "http2",
  notIn: ["chromium"],
  before: { by: "plain fetch", reply: success({ keepAlive: true }) },
} satisfies Partial<KindFault>;

/**
 * Returns the differences without those of Deno, which speaks HTTP/2 and re-sends nothing there; runtimes that speak
 * HTTP/1.1 behave as elsewhere.
 */
function exceptDeno(differsOn: (operation: OperationName) => Differences) {
  return (operation: OperationName): Differences => {
    const { deno: _, chromium: __, ...differs } = differsOn(operation);
    return differs;
  };
}

function dies(name: string, at: Cut["at"], by: Cut["by"], change: Partial<KindFault> = {}): KindFault {
  const expected = { expected: unknown("ConnectionError", 1), repeatable: succeeds(2, 2) };
  return { ...overHttp2, name, replies: [success(cut(at, by))], ...expected, ...change };
}

const differs = exceptDeno(sentAgainByRuntimes);

/** Node 26 and Deno negotiate HTTP/2, the others HTTP/1.1. A plain `fetch` is sent to the same server before. */
export const http2: Theme = {
  title: "Connections over HTTP/2, where the runtime speaks it",
  byOperation: true,
  faults: forEachKind(
    ["createTestRun", ...kinds],
    [
      { ...overHttp2, name: "200 or 204", replies: [success()], expected: succeeds() },
      resetUnread({ ...overHttp2, differs: exceptDeno(lostByRuntimes) }),
      dies("reset before the response", "before the response", "resetting", { differs }),
      dies("only the stream is closed", "before the response", "closing", { differs }),
      dies("closed after saying that this was the last request", "before the response", "half-closing", { differs }),
      dies("reset inside the body", "inside the body", "resetting", {
        only: ["createTestRun", "listTestRuns", "updateTestPlan", "updateTestRun", "importJunitReport"],
      }),
    ],
  ),
};
