import { type Theme, unknown } from "../../fault.ts";
import { redirect } from "../../reply.ts";
import { arcusHost, atDocumentedHost } from "./documented-host.ts";

/** The redirect is not followed, and the first request may have been processed. */
export const unclearRedirects: Theme = {
  title: "Redirects that leave the outcome open",
  faults: [
    atDocumentedHost({
      name: "302 to another trusted host",
      replies: [redirect(302, `${arcusHost}{path}`)],
      expected: unknown("RedirectError", 0),
    }),
    atDocumentedHost({
      name: "302 after creating the run",
      replies: [{ ...redirect(302, "/runs/1"), executes: true }],
      expected: unknown("RedirectError", 1),
      differs: { chromium: unknown("RedirectError", 1) },
    }),
    atDocumentedHost({
      name: "303 after creating the run",
      replies: [{ ...redirect(303, `${arcusHost}/runs/1`), executes: true }],
      expected: unknown("RedirectError", 1),
      differs: { chromium: unknown("RedirectError", 1) },
    }),
    atDocumentedHost({ name: "301 without Location", replies: [redirect(301)], expected: unknown("RedirectError", 0) }),
    atDocumentedHost({
      name: "307 with an empty Location",
      replies: [redirect(307, "")],
      expected: unknown("RedirectError", 0),
    }),
    atDocumentedHost({
      name: "308 with garbage for a Location",
      replies: [redirect(308, "https://[not a host/")],
      expected: unknown("RedirectError", 0),
      differs: { chromium: unknown("ConnectionError", 0) },
    }),
    ...[300, 304, 305, 306, 399].map((status) =>
      atDocumentedHost({
        name: `${status}`,
        replies: [redirect(status)],
        expected: unknown("RedirectError", 0),
        differs: {},
      }),
    ),
  ],
};
