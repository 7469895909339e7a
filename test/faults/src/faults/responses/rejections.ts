import { fault, only, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { cut, jsonReply, pageReply, success } from "../../reply.ts";

const errorNames: Record<number, string> = {
  400: "ValidationError",
  401: "AuthenticationError",
  403: "AuthenticationError",
  404: "NotFoundError",
  422: "ValidationError",
};

const statuses = [400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 422, 423, 425, 426];
const rareStatuses = [428, 431, 451, 499];

const rejection = (status: number) => jsonReply(status, { code: status, message: "Rejected" });
const long = { message: "long ".repeat(50) };
const observed = { message: "bad", errors: { code: 400, message: "bad", details: "title is too long" } };
const challenge = { "www-authenticate": 'Bearer realm="tms"' };

/** The Fetch standard gives these statuses a meaning, which other runtimes ignore. */
const differs = only(["bun", "deno", "workerd"], rejected("ApiError"));

/** The service says that it rejected the request. */
export const rejections: Theme = {
  title: "Rejections",
  faults: [
    ...[...statuses, ...rareStatuses].map((status) =>
      fault(`${status}`, [rejection(status)], rejected(errorNames[status] ?? "ApiError")),
    ),
    // The Fetch standard turns this status into a network error.
    fault("407", [rejection(407)], unknown("ConnectionError", 0), { differs }),
    // "Not processed" (RFC 9110, section 15.5.20): by the Fetch standard, the request is re-sent on a new connection.
    fault("421, then 200", [rejection(421), success()], succeeds(), { differs }),
    fault("400 in the observed shape", [jsonReply(400, observed)], rejected("ValidationError")),
    fault("404 with an empty body", [{ status: 404 }], rejected("NotFoundError")),
    fault("404 as an HTML page", [pageReply(404, "<h1>Not found</h1>")], rejected("NotFoundError")),
    fault(
      "401 with a challenge",
      [jsonReply(401, { code: 401, message: "no" }, challenge)],
      rejected("AuthenticationError"),
    ),
    fault(
      "422 whose body is cut off",
      [{ ...jsonReply(422, long), ...cut("inside the body", "closing") }],
      rejected("ValidationError"),
    ),
    fault(
      "403 whose body never ends",
      [{ ...jsonReply(403, long), ...cut("inside the body", "stalling") }],
      rejected("AuthenticationError"),
      // Even a busy machine reads the status within this time.
      { options: { timeout: 20_000 } },
    ),
    fault(
      "400 with a message that is not text",
      [jsonReply(400, { message: { deep: ["x"] }, errors: 7 })],
      rejected("ValidationError"),
    ),
  ],
};
