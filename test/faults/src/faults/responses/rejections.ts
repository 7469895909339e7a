import { outsideNodeAndChromium, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { jsonReply, success } from "../../reply.ts";

const errorNames: Record<number, string> = {
  400: "ValidationError",
  401: "AuthenticationError",
  403: "AuthenticationError",
  404: "NotFoundError",
  422: "ValidationError",
};

const statuses = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 422, 423, 425, 426];
const rareStatuses = [428, 431, 451, 499];

function rejection(status: number) {
  return jsonReply(status, { code: status, message: "Rejected" });
}

/** The service says that it rejected the request. */
export const rejections: Theme = {
  title: "Rejections",
  faults: [
    ...[...statuses, ...rareStatuses].map((status) => ({
      name: `${status}`,
      replies: [rejection(status)],
      expected: rejected(errorNames[status] ?? "ApiError"),
    })),
    {
      // The Fetch standard turns this status into a network error.
      name: "407",
      replies: [rejection(407)],
      expected: unknown("ConnectionError", 0),
      differs: outsideNodeAndChromium(rejected("ApiError")),
    },
    {
      // "Not processed" (RFC 9110, section 15.5.20): by the Fetch standard, the request is re-sent on a new connection.
      name: "421, then 200",
      replies: [rejection(421), success()],
      expected: succeeds(),
      differs: outsideNodeAndChromium(rejected("ApiError")),
    },
    {
      name: "400 in the observed shape",
      replies: [
        jsonReply(400, { message: "bad", errors: { code: 400, message: "bad", details: "title is too long" } }),
      ],
      expected: rejected("ValidationError"),
    },
    { name: "404 with an empty body", replies: [{ status: 404 }], expected: rejected("NotFoundError") },
    {
      name: "404 as an HTML page",
      replies: [{ status: 404, headers: { "content-type": "text/html" }, body: { text: "<h1>Not found</h1>" } }],
      expected: rejected("NotFoundError"),
    },
    {
      name: "401 with a challenge",
      replies: [jsonReply(401, { code: 401, message: "no" }, { "www-authenticate": 'Bearer realm="tms"' })],
      expected: rejected("AuthenticationError"),
    },
    {
      name: "422 whose body is cut off",
      replies: [{ ...jsonReply(422, { message: "long ".repeat(50) }), cut: { at: "inside the body", by: "closing" } }],
      expected: rejected("ValidationError"),
    },
    {
      name: "403 whose body never ends",
      options: { timeout: 5000 },
      replies: [{ ...jsonReply(403, { message: "long ".repeat(50) }), cut: { at: "inside the body", by: "stalling" } }],
      expected: rejected("AuthenticationError"),
    },
    {
      name: "400 with a message that is not text",
      replies: [jsonReply(400, { message: { deep: ["x"] }, errors: 7 })],
      expected: rejected("ValidationError"),
    },
  ],
};
