import { rejected, succeeds, type Theme, unknown } from "../../fault.ts";
import { rateLimited, redirect, success, tooMany } from "../../reply.ts";
import { arcusHost, documentedHost, redirectIsHidden } from "../redirects/hosts.ts";
import { forEachKind, type KindFault, kinds } from "./for-each-kind.ts";

const formBytes = 5 * 2 ** 20;

function redirected(name: string, fault: Omit<KindFault, "name">): KindFault {
  return { name, target: documentedHost, differs: () => redirectIsHidden, ...fault };
}

/** The request must be re-sent with the same method and body; the form has 5 MiB. */
export const bodySentAgain: Theme = {
  title: "The same request, sent elsewhere or later",
  byOperation: true,
  faults: forEachKind(kinds, [
    ...[301, 307, 308].map((status) =>
      redirected(`${status} to another trusted host`, {
        formBytes,
        replies: [redirect(status, `${arcusHost}{path}`), success()],
        expected: succeeds(),
      }),
    ),
    redirected("302 to another trusted host", {
      replies: [redirect(302, `${arcusHost}{path}`), success()],
      expected: unknown("RedirectError", 0),
      except: { listTestRuns: succeeds() },
    }),
    {
      name: "303 after executing it",
      target: documentedHost,
      replies: [{ ...redirect(303, `${arcusHost}{path}`), executes: true }],
      expected: unknown("RedirectError", 1),
    },
    redirected("307 to an untrusted host", {
      replies: [redirect(307, "https://evil.example{path}")],
      expected: rejected("RedirectError"),
    }),
    {
      name: "500 “rate limit exceeded”, then success",
      formBytes,
      replies: [rateLimited(), success()],
      expected: succeeds(2),
    },
    {
      name: "429, Retry-After: 3600",
      replies: [tooMany({ "retry-after": "3600" })],
      expected: rejected("RateLimitError"),
    },
    redirected("301, a rate limit, then success", {
      formBytes,
      replies: [redirect(301, `${arcusHost}{path}`), rateLimited(), success()],
      expected: succeeds(2),
    }),
  ]),
};
