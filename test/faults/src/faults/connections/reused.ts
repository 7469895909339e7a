import { type Differences, type EarlierRequest, type Expected, succeeds, type Theme, unknown } from "../../fault.ts";
import { type OperationName, operations } from "../../operations.ts";
import { type Cut, type Reply, success } from "../../reply.ts";
import { forEachKind, type KindFault, kinds } from "../kinds/for-each-kind.ts";

const keptOpen = success({ keepAlive: true });

/** Several requests, because each uses at most one of the existing connections. */
const earlier = {
  "plain fetch": { by: "plain fetch", reply: keptOpen, times: 3 },
  listTestRuns: { by: "listTestRuns", reply: keptOpen, times: 3 },
  createTestRun: { by: "createTestRun", reply: keptOpen },
} satisfies Record<string, EarlierRequest>;

/** The result if a runtime re-sends the request itself, which Chromium does even if that is harmful. */
const sentTwice: Expected = { ...succeeds(1, 2), problems: ["executed 2 times"] };

export function sentAgainByRuntimes(operation: OperationName): Differences {
  const { isRepeatable, hasBody } = operations[operation];
  if (!isRepeatable) return { chromium: sentTwice };
  const twice = succeeds(1, 2);
  return { chromium: twice, bun: twice, deno: twice, ...(!hasBody && { workerd: twice }) };
}

/**
 * Returns the differences after a create: the client's creates leave no open connection in runtimes that allow this.
 */
function sentAgainAfterCreate(operation: OperationName): Differences {
  const { chromium, workerd } = sentAgainByRuntimes(operation);
  return { ...(chromium && { chromium }), ...(workerd && { workerd }) };
}

function dies(name: string, before: EarlierRequest, reply: Partial<Reply>): KindFault {
  return {
    name,
    before,
    replies: [success(reply)],
    expected: unknown("ConnectionError", 1),
    repeatable: succeeds(2, 2),
    differs: sentAgainByRuntimes,
  };
}

/**
 * Returns the differences when the connection is lost: the runtime re-sends the request; or it cannot use a separate
 * connection for it, so that the request fails although a new connection would work. Node never re-sends, so its
 * connections are shared: the outcome of a create whose server disappears at that moment is unknown.
 */
export function lostByRuntimes(operation: OperationName): Differences {
  const { isRepeatable, hasBody } = operations[operation];
  const again = succeeds();
  if (isRepeatable) return { bun: again, deno: again, chromium: again, ...(!hasBody && { workerd: again }) };
  const lost = unknown("ConnectionError", 0);
  return { workerd: lost, node20: lost, node22: lost, node24: lost, node26: lost };
}

/** Returns the fault of a server that closes an idle connection just as the request arrives. */
export function resetUnread(change: Partial<KindFault>): KindFault {
  return {
    name: "reset when the request arrives, without reading it",
    replies: [success({ needsNewConnection: true })],
    expected: succeeds(),
    repeatable: succeeds(2, 1),
    ...change,
  };
}

function beforeTheResponse(by: Cut["by"]): Partial<Reply> {
  return { cut: { at: "before the response", by } };
}

/** Returns a reply of an informational response only, which is not yet a response. */
function afterInterim(status: string, by: Cut["by"]): Partial<Reply> {
  return { raw: `HTTP/1.1 ${status}\r\n\r\n`, cut: { at: "after the body", by } };
}

/**
 * The server keeps connections open even if it is asked to close them, and executes each request before the connection
 * dies.
 */
export const connectionsReused: Theme = {
  title: "Connections that another request left open",
  byOperation: true,
  faults: forEachKind(
    ["createTestRun", ...kinds, "completeTestPlan"],
    [
      dies("reset; a plain `fetch` left it", earlier["plain fetch"], beforeTheResponse("resetting")),
      dies("closed; a plain `fetch` left it", earlier["plain fetch"], beforeTheResponse("closing")),
      dies("reset; `listTestRuns` left it", earlier.listTestRuns, beforeTheResponse("resetting")),
      {
        ...dies("closed; `createTestRun` left it", earlier.createTestRun, beforeTheResponse("closing")),
        differs: sentAgainAfterCreate,
      },
      {
        ...dies("reset after 100 Continue", earlier["plain fetch"], afterInterim("100 Continue", "resetting")),
        differs: (operation, chromium) => ({ ...sentAgainByRuntimes(operation), chromium }),
      },
      {
        ...dies("closed after 103 Early Hints", earlier["plain fetch"], afterInterim("103 Early Hints", "closing")),
        // Chromium takes this for an empty 200.
        differs: (operation) => ({ ...sentAgainByRuntimes(operation), chromium: unknown("ResponseError", 1) }),
      },
      {
        ...dies("reset in the middle of a form of 5 MiB", earlier["plain fetch"], {
          reads: 0.5,
          ...beforeTheResponse("resetting"),
        }),
        formBytes: 5 * 2 ** 20,
        only: ["importJunitReport"],
      },
      resetUnread({ before: { ...earlier["plain fetch"], times: 1 }, differs: lostByRuntimes }),
      ...(["closing", "half-closing"] as const).map((by) => ({
        name: `${by === "closing" ? "closed" : "half-closed"} by the server meanwhile`,
        before: { ...earlier["plain fetch"], reply: success({ keepAlive: true, cut: { at: "after the body", by } }) },
        replies: [success()],
        expected: succeeds(),
      })),
    ],
  ),
};
