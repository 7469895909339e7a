import { succeeds, type Theme } from "../../fault.ts";
import { redirect, success } from "../../reply.ts";
import { arcusHost, atDocumentedHost, documentedHost } from "./documented-host.ts";

/** The request is re-sent as the same POST with the same body and key, to a host that may receive them. */
export const followedRedirects: Theme = {
  title: "Redirects that are followed",
  faults: [
    ...[301, 307, 308].map((status) =>
      atDocumentedHost({
        name: `${status} to another trusted host`,
        replies: [redirect(status, `${arcusHost}{path}`), success()],
        expected: succeeds(),
      }),
    ),
    atDocumentedHost({
      name: "301 within the host",
      replies: [redirect(301, "/api/v2/projects/{id}/test_runs"), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "307 to a path of its own",
      replies: [redirect(307, `${arcusHost}/moved`), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "308 relative to the path",
      replies: [redirect(308, "test_runs?moved=1"), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "307 without a scheme (//host)",
      replies: [redirect(307, "//arcus.testsigma.com{path}"), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "three hops",
      replies: [
        redirect(301, `${arcusHost}{path}`),
        redirect(307, "https://arcus-eu.testsigma.com{path}"),
        redirect(308, "https://arcus-in.testsigma.com{path}"),
        success(),
      ],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "308 to a host that the caller trusts",
      options: { trustedHosts: ["runs.example"] },
      allowedHosts: ["runs.example"],
      replies: [redirect(308, "https://runs.example{path}"), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "308 with a fragment",
      replies: [redirect(308, `${arcusHost}{path}#here`), success()],
      expected: succeeds(),
    }),
    atDocumentedHost({
      name: "a call after a permanent redirect: to the old host",
      before: { by: "createTestRun", reply: redirect(301, `${arcusHost}{path}`) },
      replies: [success()],
      expected: { ...succeeds(), firstOrigin: documentedHost },
      differs: {},
    }),
  ],
};
