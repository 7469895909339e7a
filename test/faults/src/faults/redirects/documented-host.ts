import { type Fault, redirectIsHidden } from "../../fault.ts";

export const documentedHost = "https://test-management.testsigma.com";
export const arcusHost = "https://arcus.testsigma.com";

/** A fault of the documented host, the one that redirects; browsers hide where to. */
export function atDocumentedHost(fault: Omit<Fault, "target">): Fault {
  return {
    target: documentedHost,
    differs: redirectIsHidden,
    ...fault,
  };
}
