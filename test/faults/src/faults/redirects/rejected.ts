import { rejected, type Theme } from "../../fault.ts";
import { redirect } from "../../reply.ts";
import { testKey } from "../../rig/protocol.ts";
import { arcusHost, documentedHost, redirected } from "./hosts.ts";

const locations: [name: string, status: number, location: string][] = [
  ["to an untrusted host", 301, "https://testsigma.com.evil.example{path}"],
  ["to an untrusted host", 307, "https://testsigma.com.evil.example{path}"],
  ["to an untrusted host", 308, "https://testsigma.com.evil.example{path}"],
  ["to a host whose name only ends alike", 308, "https://eviltestsigma.com{path}"],
  ["to a trusted name as user of another host", 308, "https://arcus.testsigma.com@evil.example{path}"],
  ["to a trusted host with a user of its own", 308, "https://someone:secret@arcus.testsigma.com{path}"],
  ["to another port of another host", 307, "https://evil.example:8443{path}"],
  ["down to http", 301, "http://arcus.testsigma.com{path}"],
  ["down to http on loopback", 308, "http://127.0.0.1:9{path}"],
  ["with a Location that is no web address", 308, "javascript:alert(1)"],
];

/** The redirect is not followed, and nothing was executed. */
export const rejectedRedirects: Theme = {
  title: "Redirects that are rejected",
  faults: [
    ...locations.map(([name, status, location]) => ({
      name: `${status} ${name}`,
      replies: [redirect(status, location)],
    })),
    {
      name: "307 to an untrusted host, key also in the caller's headers",
      replies: [redirect(307, "https://evil.example{path}")],
      options: { headers: { "x-copy-of-the-key": testKey } },
    },
    {
      name: "the second of two hops leads to an untrusted host",
      replies: [redirect(301, `${arcusHost}{path}`), redirect(307, "https://evil.example{path}")],
    },
    { name: "301 to itself", replies: [redirect(301, "{path}")], repeats: true },
    {
      name: "two hosts that point at each other",
      replies: [arcusHost, documentedHost, arcusHost, documentedHost].map((host) => redirect(308, `${host}{path}`)),
    },
    { name: "four hops", replies: [1, 2, 3, 4].map((hop) => redirect(307, `${arcusHost}{path}?hop=${hop}`)) },
  ].map(({ name, replies, ...change }) => redirected(name, replies, rejected("RedirectError"), change)),
};
