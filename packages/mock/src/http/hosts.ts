import { Rejection } from "./response.js";

/**
 * Rejects a request for another host if the server listens only on this machine: a web page could have pointed its own
 * host here (DNS rebinding).
 *
 * @param address where the server listens
 */
export function checkHost({ hostname }: URL, address: string): void {
  if (!isThisMachine(address) || isThisMachine(hostname) || isAddress(hostname)) return;
  throw new Rejection(421, `Expected the host localhost, 127.0.0.1 or [::1], got ${hostname}.`);
}

/**
 * Rejects a request, sent in process, for a host that is neither a host of the API nor a sibling of one, such as that
 * of another region. This machine and hosts below `.test` count as the API.
 */
export function checkApiHost(url: URL, { hosts }: { hosts: readonly string[] }): void {
  const { hostname } = url;
  const isApiHost = hosts.some((host) => hostname === host || hostname.endsWith(parentDomain(host)));
  if (isApiHost || isThisMachine(hostname) || hostname.endsWith(".test")) return;
  throw new Rejection(
    421,
    `Expected the host ${hosts.join(" or ")}, localhost or a host below .test, such as mock.test, got ${hostname}. Set the base URL of the code under test to one of them.`,
  );
}

/** Returns `.testsigma.com` for `arcus.testsigma.com`, and for `testsigma.com`, whose parent is a public suffix. */
export function parentDomain(host: string): string {
  const [, ...parents] = host.split(".");
  return `.${parents.length > 1 ? parents.join(".") : host}`;
}

/** Returns whether a host name or an address is one of this machine. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(host.replace(/[[\]]/g, ""));
}

/** Relies on the URL parser: only an IPv4 address ends in a number, and only an IPv6 address has colons. */
const isAddress = (hostname: string) => /\.\d+$|:/.test(hostname);
