import { arcusHost, documentedHost, redirectIsHidden, rejected, succeeds, type Theme } from "../fault.ts";
import { rateLimited, redirect, success } from "../reply.ts";
import { forEachKind, type KindFault, kinds } from "./for-each-kind.ts";

const formBytes = 5 * 2 ** 20;
const documented: Pick<KindFault, "target" | "differs"> = { target: documentedHost, differs: () => redirectIsHidden };

/** The request is sent again with the same method and body, unless a redirect leads to an untrusted host. */
export const bodySentAgain: Theme = {
  title: "The same request, sent elsewhere or later",
  faults: forEachKind(kinds, [
    ...[301, 308].map((status) => ({
      ...documented,
      name: `${status} to another trusted host`,
      formBytes,
      replies: [redirect(status, `${arcusHost}{path}`), success()],
      expected: succeeds(),
    })),
    {
      ...documented,
      name: "307 to an untrusted host",
      replies: [redirect(307, "https://evil.example{path}")],
      expected: rejected("RedirectError"),
    },
    {
      name: "500 “rate limit exceeded”, then success",
      formBytes,
      replies: [rateLimited(), success()],
      expected: succeeds(2),
    },
  ]),
};
