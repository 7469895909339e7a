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
export function checkApiHost({ hostname }: URL, { hosts }: MockDocument): void {
  const isKnown = hosts.some((host) => hostname === host || hostname.endsWith(parentOf(host)));
  if (hosts.length === 0 || isKnown || isThisMachine(hostname) || hostname.endsWith(".test")) return;
  throw new Rejection(421, `The spec serves ${hosts.join(" and ")}, not ${hostname}.`);
}

/** `.testsigma.com` for `arcus.testsigma.com`; the host itself where nothing but a top-level domain is left. */
function parentOf(host: string): string {
  const [, ...parents] = host.split(".");
  return parents.length > 1 ? `.${parents.join(".")}` : host;
}

const isThisMachine = (host: string) => /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(withoutBrackets(host));

const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, "");
