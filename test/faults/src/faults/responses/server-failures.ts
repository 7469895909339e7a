import { type Fault, fault, type Theme, unknown } from "../../fault.ts";
import { jsonReply, pageReply, type Reply } from "../../reply.ts";

function failure(name: string, reply: Reply): Fault[] {
  return [
    fault(name, [reply], unknown("ServerError", 0)),
    fault(`${name}, after creating the run`, [{ ...reply, executes: true }], unknown("ServerError", 1)),
  ];
}

const page = (status: number) => pageReply(status, `<html><h1>${status}</h1></html>`);

/**
 * The service, or a gateway in front of it, failed. The response does not say whether the run was created before that.
 */
export const serverFailures: Theme = {
  title: "Failures of the server",
  faults: [
    ...failure("500", jsonReply(500, { message: "Internal server error" })),
    ...failure("500 with an empty body", { status: 500 }),
    ...failure("500 as an HTML page", page(500)),
    ...failure("502 as an HTML page", page(502)),
    ...failure("503", jsonReply(503, { message: "Service unavailable" })),
    ...failure("503 with Retry-After", jsonReply(503, { message: "Service unavailable" }, { "retry-after": "1" })),
    ...failure("504", jsonReply(504, { message: "Gateway timeout" })),
    ...failure("500 that speaks of a limit in other words", jsonReply(500, { message: "Rate limit exceeded?" })),
    ...failure("502 with the words of the rate limit", jsonReply(502, { message: "rate limit exceeded" })),
    ...failure("500 with those words elsewhere", jsonReply(500, { error: "rate limit exceeded" })),
    ...[501, 505, 507, 508, 511, 520, 529, 599, 999].map((status) =>
      fault(`${status}`, [jsonReply(status, { message: "Failed" })], unknown("ServerError", 0)),
    ),
  ],
};
