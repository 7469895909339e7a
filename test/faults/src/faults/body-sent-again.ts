import { succeeds, type Theme, unknown } from "../fault.ts";
import { rateLimited, redirect, success } from "../reply.ts";
import { forEachKind, kinds } from "./for-each-kind.ts";

const formBytes = 5 * 2 ** 20;

/** The request is sent again with the same method and body; the form has 5 MiB. */
export const bodySentAgain: Theme = {
  title: "The same request, sent elsewhere or later",
  faults: forEachKind(kinds, [
    {
      name: "308 on the same host",
      formBytes,
      replies: [redirect(308, "{path}?moved"), success()],
      expected: succeeds(),
      // Browsers hide the target of a redirect, and its status.
      differs: () => ({ chromium: unknown("RedirectError", 0) }),
    },
    {
      name: "500 “rate limit exceeded”, then success",
      formBytes,
      replies: [rateLimited(), success()],
      expected: succeeds(2),
    },
  ]),
};
