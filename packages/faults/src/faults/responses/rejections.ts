import { outsideNodeAndChromium, rejected, succeeds, type Theme, unknown } from "../fault.ts";
import { answer, created } from "../reply.ts";

const CLASSES: Record<number, string> = {
  400: "ValidationError",
  401: "AuthenticationError",
  403: "AuthenticationError",
  404: "NotFoundError",
  422: "ValidationError",
};

const STATUSES = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 422, 423, 425, 426];
const RARE_STATUSES = [428, 431, 451, 499];

const refused = (status: number) => answer(status, { code: status, message: "Refused" });

/** The service says that it refused. */
export const refusals: Theme = {
  title: "Refusals",
  faults: [
    ...[...STATUSES, ...RARE_STATUSES].map((status) => ({
      name: `${status}`,
      replies: [refused(status)],
      expected: rejected(CLASSES[status] ?? "ApiError"),
    })),
    {
      // The Fetch standard makes it a network error.
      name: "407",
      replies: [refused(407)],
      expected: unknown("ConnectionError", 0),
      differs: outsideNodeAndChromium(rejected("ApiError")),
    },
    {
      // "Not processed" (RFC 9110, section 15.5.20): the Fetch standard sends it again on a new connection.
      name: "421, then 200",
      replies: [refused(421), created()],
      expected: succeeds(),
      differs: outsideNodeAndChromium(rejected("ApiError")),
    },
    {
      name: "400 in the observed shape",
      replies: [answer(400, { message: "bad", errors: { code: 400, message: "bad", details: "title is too long" } })],
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
      replies: [answer(401, { code: 401, message: "no" }, { "www-authenticate": 'Bearer realm="tms"' })],
      expected: rejected("AuthenticationError"),
    },
    {
      name: "422 whose body is cut off",
      replies: [{ ...answer(422, { message: "long ".repeat(50) }), cut: { at: "inside the body", by: "closing" } }],
      expected: rejected("ValidationError"),
    },
    {
      name: "403 whose body never ends",
      options: { timeout: 1500 },
      replies: [{ ...answer(403, { message: "long ".repeat(50) }), cut: { at: "inside the body", by: "stalling" } }],
      expected: unknown("TimeoutError", 0),
    },
    {
      name: "400 with a message that is no text",
      replies: [answer(400, { message: { deep: ["x"] }, errors: 7 })],
      expected: rejected("ValidationError"),
    },
  ],
};
