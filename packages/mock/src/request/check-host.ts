import type { Api } from "../api/api.js";
import { Rejection } from "../http/rejection.js";

/**
 * Rejects a request for another host than this machine, if the server is for this machine only: a web page could have
 * pointed its own host here (DNS rebinding).
 *
 * @param address where the server listens
 */
export function checkHost({ hostname }: URL, address: string): void {
  if (!isThisMachine(address) || isThisMachine(hostname) || isAddress(hostname)) return;
  throw new Rejection(421, `The mock serves localhost, 127.0.0.1 and [::1]; given: ${hostname}.`);
}

/**
 * Rejects a request, sent in process, for another host than those of the API and their neighbours, such as those of
 * other regions. This machine, and names below `.test`, stand for the API.
 */
export function checkApiHost(url: URL, api: Api): void {
  const { hostname } = url;
  if (isApiHost(url, api) || isThisMachine(hostname) || hostname.endsWith(".test")) return;
  throw new Rejection(
    421,
    `The mock serves ${api.hosts.join(" and ")}, localhost, and hosts below .test, such as http://mock.test; given: ${hostname}. Set the base URL of the code under test to one of them.`,
  );
}

/** Recognizes the hosts of the API and their neighbours. */
export const isApiHost = ({ hostname }: URL, { hosts }: Pick<Api, "hosts">): boolean =>
  hosts.some((host) => hostname === host || hostname.endsWith(parentDomain(host)));

/** Returns `.testsigma.com` for `arcus.testsigma.com`; also for `testsigma.com`, whose parent is no neighbour. */
export function parentDomain(host: string): string {
  const [, ...parents] = host.split(".");
  return `.${parents.length > 1 ? parents.join(".") : host}`;
}

/** Recognizes the host names and addresses of this machine. */
export const isThisMachine = (host: string) =>
  /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(withoutBrackets(host));

const withoutBrackets = (host: string) => host.replace(/[[\]]/g, "");

/** The URL parser leaves digits at the end of a host only to IPv4 addresses, and colons to IPv6. */
const isAddress = (hostname: string) => /^(.*\.)?\d+$|:/.test(hostname);
