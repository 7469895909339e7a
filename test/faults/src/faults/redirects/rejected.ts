import { rejected, type Theme } from "../../fault.ts";
import { redirect } from "../../reply.ts";
import { testKey } from "../../rig/protocol.ts";
import { arcusHost, atDocumentedHost, documentedHost } from "./documented-host.ts";

/** The redirect is not followed, and nothing was executed. */
export const rejectedRedirects: Theme = {
  title: "Redirects that are rejected",
  faults: [
    ...[301, 307, 308].map((status) => ({
      name: `${status} to an untrusted host`,
      replies: [redirect(status, "https://testsigma.com.evil.example{path}")],
    })),
    {
      name: "308 to a host whose name only ends alike",
      replies: [redirect(308, "https://eviltestsigma.com{path}")],
    },
    {
      name: "308 to a trusted name as user of another host",
      replies: [redirect(308, "https://arcus.testsigma.com@evil.example{path}")],
    },
    {
      name: "308 to a trusted host with a user of its own",
      replies: [redirect(308, "https://someone:secret@arcus.testsigma.com{path}")],
    },
    {
      name: "307 to another port of another host",
      replies: [redirect(307, "https://evil.example:8443{path}")],
    },
    {
      name: "307 to an untrusted host, key also in the caller's headers",
      options: { headers: { "x-copy-of-the-key": testKey } },
      replies: [redirect(307, "https://evil.example{path}")],
    },
    {
      name: "the second of two hops leads to an untrusted host",
      replies: [redirect(301, `${arcusHost}{path}`), redirect(307, "https://evil.example{path}")],
    },
    {
      name: "301 down to http",
      replies: [redirect(301, "http://arcus.testsigma.com{path}")],
    },
    {
      name: "308 down to http on loopback",
      replies: [redirect(308, "http://127.0.0.1:9{path}")],
    },
    {
      name: "301 to itself",
      replies: [redirect(301, "{path}")],
      repeats: true,
    },
    {
      name: "two hosts that point at each other",
      replies: [arcusHost, documentedHost, arcusHost, documentedHost].map((host) => redirect(308, `${host}{path}`)),
    },
    {
      name: "four hops",
      replies: [1, 2, 3, 4].map((hop) => redirect(307, `${arcusHost}{path}?hop=${hop}`)),
    },
    {
      name: "308 with a Location that is no web address",
      replies: [redirect(308, "javascript:alert(1)")],
    },
  ].map((fault) => atDocumentedHost({ ...fault, expected: rejected("RedirectError") })),
};
