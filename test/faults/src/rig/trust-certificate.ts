import tls from "node:tls";
import type { Rig } from "./rig.ts";

/**
 * Makes this process trust the certificate behind `addresses.http2`, as options do for other runtimes when they start.
 */
export function trustCertificate({ http2Certificate }: Rig): void {
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), http2Certificate]);
}
