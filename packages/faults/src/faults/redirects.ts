import { type Fault, redirectIsHidden, rejected, succeeds, type Theme, unknown } from "../fault.ts";
import { created, redirect } from "../reply.ts";

const DOCUMENTED = "https://test-management.testsigma.com";
const ARCUS = "https://arcus.testsigma.com";

const at = (fault: Omit<Fault, "target">): Fault => ({ target: DOCUMENTED, differs: redirectIsHidden, ...fault });

/** Sent again as the same POST with the same body and key, to a host that may have them. */
export const followedRedirects: Theme = {
  title: "Redirects that are followed",
  faults: [
    ...[301, 307, 308].map((status) =>
      at({
        name: `${status} to another trusted host`,
        replies: [redirect(status, `${ARCUS}{path}`), created()],
        expected: succeeds(),
      }),
    ),
    at({
      name: "301 within the host",
      replies: [redirect(301, "/api/v2/projects/{id}/test_runs"), created()],
      expected: succeeds(),
    }),
    at({
      name: "307 to a path of its own",
      replies: [redirect(307, `${ARCUS}/moved`), created()],
      expected: succeeds(),
    }),
    at({
      name: "308 relative to the path",
      replies: [redirect(308, "test_runs?moved=1"), created()],
      expected: succeeds(),
    }),
    at({
      name: "307 without a scheme (//host)",
      replies: [redirect(307, "//arcus.testsigma.com{path}"), created()],
      expected: succeeds(),
    }),
    at({
      name: "three hops",
      replies: [
        redirect(301, `${ARCUS}{path}`),
        redirect(307, "https://arcus-eu.testsigma.com{path}"),
        redirect(308, "https://arcus-in.testsigma.com{path}"),
        created(),
      ],
      expected: succeeds(),
    }),
    at({
      name: "308 to a host that the caller trusts",
      options: { trustedHosts: ["runs.example"] },
      mayBeAsked: ["runs.example"],
      replies: [redirect(308, "https://runs.example{path}"), created()],
      expected: succeeds(),
    }),
    at({
      name: "308 with a fragment",
      replies: [redirect(308, `${ARCUS}{path}#here`), created()],
      expected: succeeds(),
    }),
    at({
      name: "a call after a permanent redirect: straight to the new host",
      before: redirect(301, `${ARCUS}{path}`),
      replies: [created()],
      expected: { ...succeeds(), asksFirst: ARCUS },
      differs: { chromium: { ...succeeds(), asksFirst: DOCUMENTED } },
    }),
    at({
      name: "a call after a temporary redirect: to the old host",
      before: redirect(307, `${ARCUS}{path}`),
      replies: [created()],
      expected: { ...succeeds(), asksFirst: DOCUMENTED },
      differs: {},
    }),
    at({
      name: "a call after a permanent redirect to another path: to the old host",
      before: redirect(308, `${ARCUS}/elsewhere/{id}`),
      replies: [created()],
      expected: { ...succeeds(), asksFirst: DOCUMENTED },
      differs: {},
    }),
  ],
};

/** Followed nowhere, and nothing was executed. */
export const refusedRedirects: Theme = {
  title: "Redirects that are refused",
  faults: [
    ...[301, 307, 308].map((status) =>
      at({
        name: `${status} to a host that nobody trusts`,
        replies: [redirect(status, "https://testsigma.com.evil.example{path}")],
        expected: rejected("RedirectError"),
      }),
    ),
    at({
      name: "308 to a host whose name only ends alike",
      replies: [redirect(308, "https://eviltestsigma.com{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "308 to a trusted name as user of another host",
      replies: [redirect(308, "https://arcus.testsigma.com@evil.example{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "307 to another port of another host",
      replies: [redirect(307, "https://evil.example:8443{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "307 to nobody's host, key also in the caller's headers",
      options: { headers: { "x-copy-of-the-key": "eyJhbGciOiJub25lIn0.invented-for-the-fault-rig" } },
      replies: [redirect(307, "https://evil.example{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "the second of two hops leads to nobody's host",
      replies: [redirect(301, `${ARCUS}{path}`), redirect(307, "https://evil.example{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "301 down to http",
      replies: [redirect(301, "http://arcus.testsigma.com{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "308 down to http on loopback",
      replies: [redirect(308, "http://127.0.0.1:9{path}")],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "301 to itself",
      replies: [redirect(301, "{path}")],
      repeats: true,
      expected: rejected("RedirectError"),
    }),
    at({
      name: "two hosts that point at each other",
      replies: [redirect(308, `${ARCUS}{path}`), redirect(308, `${DOCUMENTED}{path}`)],
      expected: rejected("RedirectError"),
    }),
    at({
      name: "four hops",
      replies: [1, 2, 3, 4].map((hop) => redirect(307, `${ARCUS}{path}?hop=${hop}`)),
      expected: rejected("RedirectError"),
    }),
  ],
};

/** Not followed, and the first request may have been processed. */
export const unclearRedirects: Theme = {
  title: "Redirects that leave it open",
  faults: [
    at({
      name: "302 to another trusted host",
      replies: [redirect(302, `${ARCUS}{path}`)],
      expected: unknown("RedirectError", 0),
    }),
    at({
      name: "302 after creating the run",
      replies: [{ ...redirect(302, "/runs/1"), executes: true }],
      expected: unknown("RedirectError", 1),
      differs: { chromium: unknown("RedirectError", 1) },
    }),
    at({
      name: "303 after creating the run",
      replies: [{ ...redirect(303, `${ARCUS}/runs/1`), executes: true }],
      expected: unknown("RedirectError", 1),
      differs: { chromium: unknown("RedirectError", 1) },
    }),
    at({ name: "301 without Location", replies: [redirect(301)], expected: unknown("RedirectError", 0) }),
    at({ name: "307 with an empty Location", replies: [redirect(307, "")], expected: unknown("RedirectError", 0) }),
    at({
      name: "308 with garbage for a Location",
      replies: [redirect(308, "https://[not a host/")],
      expected: unknown("RedirectError", 0),
      differs: { chromium: unknown("ConnectionError", 0) },
    }),
    at({
      name: "308 with a Location that is no web address",
      replies: [redirect(308, "javascript:alert(1)")],
      expected: rejected("RedirectError"),
    }),
    ...[300, 304, 305, 306, 399].map((status) =>
      at({ name: `${status}`, replies: [redirect(status)], expected: unknown("RedirectError", 0), differs: {} }),
    ),
  ],
};
