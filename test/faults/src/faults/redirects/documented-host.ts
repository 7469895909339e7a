import { type Fault, redirectIsHidden } from "../../fault.ts";

export const documentedHost = "https://test-management.testsigma.com";
export const arcusHost = "https://arcus.testsigma.com";

/** Creates a fault of the documented host, which redirects; browsers hide the target. */
export function atDocumentedHost(fault: Omit<Fault, "target">): Fault {
  return {
    target: documentedHost,
    differs: redirectIsHidden,
    ...fault,
  };
}
