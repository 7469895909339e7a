import { redirectIsHidden, rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { jsonReply, rateLimited, redirect, success } from "../../reply.ts";
import { arcusHost, documentedHost } from "../redirects/documented-host.ts";
import { forEachKind, type KindFault, kinds } from "./for-each-kind.ts";

const formBytes = 5 * 2 ** 20;

const redirecting = { target: documentedHost, differs: () => redirectIsHidden } satisfies Partial<KindFault>;

/** The request must be re-sent with the same method and body; the form has 5 MiB. */
export const bodySentAgain: Theme = {
  title: "The same request, sent elsewhere or later",
  byOperation: true,
  faults: forEachKind(kinds, [
    ...[301, 307, 308].map((status) => ({
      name: `${status} to another trusted host`,
      ...redirecting,
      formBytes,
      replies: [redirect(status, `${arcusHost}{path}`), success()],
      expected: succeeds(),
    })),
    {
      name: "302 to another trusted host",
      ...redirecting,
      replies: [redirect(302, `${arcusHost}{path}`), success()],
      expected: unknown("RedirectError", 0),
      except: { listTestRuns: succeeds() },
    },
    {
      name: "303 after executing it",
      target: documentedHost,
      replies: [{ ...redirect(303, `${arcusHost}{path}`), executes: true }],
      expected: unknown("RedirectError", 1),
    },
    {
      name: "307 to an untrusted host",
      ...redirecting,
      replies: [redirect(307, "https://evil.example{path}")],
      expected: rejected("RedirectError"),
    },
    {
      name: "500 “rate limit exceeded”, then success",
      formBytes,
      replies: [rateLimited(), success()],
      expected: succeeds(2),
    },
    {
      name: "429, Retry-After: 3600",
      replies: [jsonReply(429, { message: "Too many requests" }, { "retry-after": "3600" })],
      expected: rejected("RateLimitError"),
    },
    {
      name: "301, a rate limit, then success",
      ...redirecting,
      formBytes,
      replies: [redirect(301, `${arcusHost}{path}`), rateLimited(), success()],
      expected: succeeds(2),
    },
  ]),
};
