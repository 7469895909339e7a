import { isIP } from "node:net";
import { Rejection } from "../response/rejection.js";

/**
 * Rejects a request for another host, where the server is for this machine only: a web page could have pointed its own
 * host here (DNS rebinding).
 *
 * @param address where the server listens
 */
export function checkHost({ hostname }: URL, address: string): void {
  if (!isThisMachine(address) || isThisMachine(hostname) || isIP(withoutBrackets(hostname)) !== 0) return;
  throw new Rejection(421, `The mock serves localhost, 127.0.0.1 and [::1]; given: ${hostname}.`);
}

const isThisMachine = (host: string) => /^(localhost|.*\.localhost|127\.[\d.]+|::1)$/i.test(withoutBrackets(host));

const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, "");
