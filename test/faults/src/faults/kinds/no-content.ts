import { type Expected, type Fault, succeeds, type Theme, unknown } from "../../fault.ts";
import { success } from "../../reply.ts";
import { forEachKind, kinds } from "./for-each-kind.ts";

function deletion(name: string, reply: Fault["replies"][number], expected: Expected = succeeds()): Fault {
  return { name, operation: "deleteTestRun", replies: [reply], expected };
}

const json = { "content-type": "application/json" };

/** A deletion has no content; an empty response to another operation lacks the documented body. */
export const noContent: Theme = {
  title: "No content",
  byOperation: true,
  faults: [
    ...forEachKind(kinds, [
      {
        name: "204",
        replies: [success({ status: 204, body: { text: "" } })],
        expected: unknown("ResponseError", 1),
        except: { deleteTestRun: succeeds() },
      },
      {
        name: "200 with an empty body",
        replies: [success({ status: 200, body: { text: "" } })],
        expected: unknown("ResponseError", 1),
      },
    ]),
    deletion("204 with a body all the same", success({ status: 204, headers: json, body: { text: '{"message":""}' } })),
    deletion(
      "204 with a length and a body",
      success({ status: 204, headers: { ...json, "content-length": "14" }, body: { text: '{"message":""}' } }),
    ),
    deletion("200 with a message", success({ status: 200, body: { text: '{"message":"Deleted"}' } })),
    deletion(
      "204 on a connection kept open, then cut",
      success({ status: 204, keepAlive: true, cut: { at: "after the body", by: "resetting" } }),
    ),
  ],
};
