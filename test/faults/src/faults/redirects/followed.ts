import { succeeds, type Theme } from "../../fault.ts";
import { redirect, success } from "../../reply.ts";
import { arcusHost, documentedHost, redirected } from "./hosts.ts";

const locations: [name: string, status: number, location: string][] = [
  ["to another trusted host", 301, `${arcusHost}{path}`],
  ["to another trusted host", 307, `${arcusHost}{path}`],
  ["to another trusted host", 308, `${arcusHost}{path}`],
  ["within the host", 301, "/api/v2/projects/{id}/test_runs"],
  ["to a path of its own", 307, `${arcusHost}/moved`],
  ["relative to the path", 308, "test_runs?moved=1"],
  ["without a scheme (//host)", 307, "//arcus.testsigma.com{path}"],
  ["with a fragment", 308, `${arcusHost}{path}#here`],
];

/** The request is re-sent as the same POST with the same body and key, to a host that may receive them. */
export const followedRedirects: Theme = {
  title: "Redirects that are followed",
  faults: [
    ...locations.map(([name, status, location]) =>
      redirected(`${status} ${name}`, [redirect(status, location), success()], succeeds()),
    ),
    redirected(
      "three hops",
      [
        redirect(301, `${arcusHost}{path}`),
        redirect(307, "https://arcus-eu.testsigma.com{path}"),
        redirect(308, "https://arcus-in.testsigma.com{path}"),
        success(),
      ],
      succeeds(),
    ),
    redirected(
      "308 to a host that the caller trusts",
      [redirect(308, "https://runs.example{path}"), success()],
      succeeds(),
      { options: { trustedHosts: ["runs.example"] }, allowedHosts: ["runs.example"] },
    ),
    redirected(
      "a call after a permanent redirect: to the old host",
      [success()],
      { ...succeeds(), firstOrigin: documentedHost },
      { before: { by: "createTestRun", reply: redirect(301, `${arcusHost}{path}`) }, differs: {} },
    ),
  ],
};
