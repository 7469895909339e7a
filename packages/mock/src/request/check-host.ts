import { isIP } from "node:net";
import type { MockDocument } from "../document/load-document.js";
import { Rejection } from "../response/rejection.js";

/**
 * Rejects a request for another host than this machine, where the server is for this machine only: a web page could have
 * pointed its own host here (DNS rebinding).
 *
 * @param address where the server listens
 */
export function checkHost({ hostname }: URL, address: string): void {
  if (!isThisMachine(address) || isThisMachine(hostname) || isIP(withoutBrackets(hostname)) !== 0) return;
  throw new Rejection(421, `The mock serves localhost, 127.0.0.1 and [::1]; given: ${hostname}.`);
}

/**
 * Rejects a request, sent in process, for another host than those of the spec and their neighbours, such as those of
 * other regions. This machine, and names below `.test`, stand for the API.
 */
export function checkApiHost(url: URL, document: MockDocument): void {
  const { hosts } = document;
  const { hostname } = url;
  if (hosts.length === 0 || isApiHost(url, document) || isThisMachine(hostname) || hostname.endsWith(".test")) return;
  throw new Rejection(421, `The spec serves ${hosts.join(" and ")}, not ${hostname}.`);
}

/** Whether a host is one of the spec, or a neighbour of one. */
export const isApiHost = ({ hostname }: URL, { hosts }: MockDocument): boolean =>
  hosts.some((host) => hostname === host || hostname.endsWith(parentOf(host)));

/** `.testsigma.com` for `arcus.testsigma.com`; `.testsigma.com` for `testsigma.com` too, whose parent is no neighbour. */
function parentOf(host: string): string {
  const [, ...parents] = host.split(".");
  return `.${parents.length > 1 ? parents.join(".") : host}`;
}

/** Whether a host name or an address is this machine. */
export const isThisMachine = (host: string) =>
  /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(withoutBrackets(host));

const withoutBrackets = (host: string) => host.replace(/[[\]]/g, "");
