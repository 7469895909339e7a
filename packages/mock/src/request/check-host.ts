import type { Api } from "../api/api.js";
import { Rejection } from "../http/rejection.js";

/**
 * Rejects a request for another host if the server listens only on this machine: a web page could have pointed its own
 * host here (DNS rebinding).
 *
 * @param address where the server listens
 */
export function checkHost({ hostname }: URL, address: string): void {
  if (!isThisMachine(address) || isThisMachine(hostname) || isAddress(hostname)) return;
  throw new Rejection(421, `The mock serves localhost, 127.0.0.1 and [::1]; given: ${hostname}.`);
}

/**
 * Rejects a request, sent in process, for a host that is neither a host of the API nor a sibling of one, such as that
 * of another region. This machine and hosts below `.test` count as the API.
 */
export function checkApiHost(url: URL, api: Api): void {
  const { hostname } = url;
  if (isApiHost(url, api) || isThisMachine(hostname) || hostname.endsWith(".test")) return;
  throw new Rejection(
    421,
    `The mock serves ${api.hosts.join(" and ")}, localhost, and hosts below .test, such as http://mock.test; given: ${hostname}. Set the base URL of the code under test to one of them.`,
  );
}

/** Recognizes the hosts of the API and their siblings. */
export const isApiHost = ({ hostname }: URL, { hosts }: Pick<Api, "hosts">): boolean =>
  hosts.some((host) => hostname === host || hostname.endsWith(parentDomain(host)));

/** Returns `.testsigma.com` for `arcus.testsigma.com`, and for `testsigma.com`, whose parent is a public suffix. */
export function parentDomain(host: string): string {
  const [, ...parents] = host.split(".");
  return `.${parents.length > 1 ? parents.join(".") : host}`;
}

/** Recognizes the host names and addresses of this machine. */
export const isThisMachine = (host: string) =>
  /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(withoutBrackets(host));

const withoutBrackets = (host: string) => host.replace(/[[\]]/g, "");

/** Relies on the URL parser: only an IPv4 address ends in a number, and only an IPv6 address has colons. */
const isAddress = (hostname: string) => /\.\d+$|:/.test(hostname);
