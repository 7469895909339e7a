import { type Differences, type Expected, only, succeeds, type Theme, unknown } from "../../fault.ts";
import { type OperationName, operations } from "../../operations.ts";
import { type Cut, cut, type Reply, success } from "../../reply.ts";
import { forEachKind, type KindFault, kinds } from "../for-each-kind.ts";

const keptOpen = success({ keepAlive: true });

/** Three requests, because each uses at most one of the existing connections. */
const afterFetch: Partial<KindFault> = { before: { by: "plain fetch", reply: keptOpen, times: 3 } };

/** The result if a runtime re-sends the request itself, which Chromium does even if that is harmful. */
const sentTwice: Expected = { ...succeeds(1, 2), problems: ["executed 2 times"] };

function sentAgainByRuntimes(operation: OperationName): Differences {
  const { isRepeatable, hasBody } = operations[operation];
  if (!isRepeatable) return { chromium: sentTwice };
  return only(["chromium", "bun", "deno", ...(hasBody ? [] : (["workerd"] as const))], succeeds(1, 2));
}

function dies(name: string, reply: Partial<Reply>, change: Partial<KindFault> = {}): KindFault {
  return {
    name,
    replies: [success(reply)],
    expected: unknown("ConnectionError", 1),
    repeatable: succeeds(2, 2),
    differs: sentAgainByRuntimes,
    ...afterFetch,
    ...change,
  };
}

/**
 * Returns the differences when the connection is lost: the runtime re-sends the request; or it cannot use a separate
 * connection for it, so that the request fails although a new connection would work. Node never re-sends, and Bun no
 * POST, so their connections are shared: the outcome of a create whose server disappears at that moment is unknown.
 */
function lostByRuntimes(operation: OperationName): Differences {
  const { isRepeatable, hasBody, method } = operations[operation];
  const sharing = [
    "workerd",
    "node20",
    "node22",
    "node24",
    "node26",
    ...(method === "POST" ? (["bun"] as const) : []),
  ] as const;
  if (!isRepeatable) return only(sharing, unknown("ConnectionError", 0));
  return only(["bun", "deno", "chromium", ...(hasBody ? [] : (["workerd"] as const))], succeeds());
}

/** Returns a reply of an informational response only, which is not yet a response. */
function afterInterim(status: string, by: Cut["by"]): Partial<Reply> {
  return { raw: `HTTP/1.1 ${status}\r\n\r\n`, ...cut("after the body", by) };
}

const reset = cut("before the response", "resetting");
const closed = cut("before the response", "closing");

/**
 * The server keeps connections open even if it is asked to close them, and executes each request before the connection
 * dies.
 */
export const connectionsReused: Theme = {
  title: "Connections that another request left open",
  faults: forEachKind(
    ["createTestRun", ...kinds],
    [
      dies("reset; a plain `fetch` left it", reset),
      dies("closed; a plain `fetch` left it", closed),
      dies("reset; `listTestRuns` left it", reset, { before: { by: "listTestRuns", reply: keptOpen, times: 3 } }),
      dies("closed; `createTestRun` left it", closed, {
        before: { by: "createTestRun", reply: keptOpen },
        // The client's creates leave no open connection in Deno.
        differs: (operation, deno) => ({ ...sentAgainByRuntimes(operation), deno }),
      }),
      dies("reset after 100 Continue", afterInterim("100 Continue", "resetting"), {
        differs: (operation, chromium) => ({ ...sentAgainByRuntimes(operation), chromium }),
      }),
      dies("closed after 103 Early Hints", afterInterim("103 Early Hints", "closing"), {
        // Chromium takes this for an empty 200.
        differs: (operation) => ({ ...sentAgainByRuntimes(operation), chromium: unknown("ResponseError", 1) }),
      }),
      dies(
        "reset in the middle of a form of 5 MiB",
        { reads: 0.5, ...reset },
        { formBytes: 5 * 2 ** 20, only: ["importJunitReport"] },
      ),
      // A browser, Node and Bun speak HTTP/1.1 by default.
      dies("over HTTP/2: reset; a plain `fetch` left it", reset, {
        target: "http2",
        onlyIn: "deno",
        only: ["createTestRun"],
        differs: () => ({}),
      }),
      // The server closes an idle connection just as the request arrives.
      {
        name: "reset when the request arrives, without reading it",
        before: { by: "plain fetch", reply: keptOpen, times: 1 },
        replies: [success({ needsNewConnection: true })],
        expected: succeeds(),
        repeatable: succeeds(2, 1),
        differs: lostByRuntimes,
      },
      ...(["closing", "half-closing"] as const).map(
        (by): KindFault => ({
          name: `${by === "closing" ? "closed" : "half-closed"} by the server meanwhile`,
          before: { by: "plain fetch", reply: { ...keptOpen, ...cut("after the body", by) }, times: 3 },
          replies: [success()],
          expected: succeeds(),
        }),
      ),
    ],
  ),
};
