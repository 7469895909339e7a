import { type Fault, fault, succeeds, type Theme, unknown } from "../../fault.ts";
import { cut, jsonType, type Reply, success } from "../../reply.ts";
import { forEachKind, kinds } from "./for-each-kind.ts";

function deletion(name: string, reply: Partial<Reply>): Fault {
  return fault(name, [success(reply)], succeeds(), { operation: "deleteTestRun" });
}

const message = { text: '{"message":""}' };

/** A deletion has no content; an empty response to another operation lacks the documented body. */
export const noContent: Theme = {
  title: "No content",
  byOperation: true,
  faults: [
    ...forEachKind(
      kinds,
      [204, 200].map((status) => ({
        name: status === 204 ? "204" : "200 with an empty body",
        replies: [success({ status, body: { text: "" } })],
        expected: unknown("ResponseError", 1),
        ...(status === 204 && { except: { deleteTestRun: succeeds() } }),
      })),
    ),
    deletion("204 with a body all the same", { status: 204, body: message }),
    deletion("204 with a length and a body", {
      status: 204,
      headers: { ...jsonType, "content-length": "14" },
      body: message,
    }),
    deletion("200 with a message", { status: 200, body: { text: '{"message":"Deleted"}' } }),
    deletion("204 on a connection kept open, then cut", {
      status: 204,
      keepAlive: true,
      ...cut("after the body", "resetting"),
    }),
  ],
};
