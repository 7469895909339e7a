import { type Fault, redirectIsHidden } from "../fault.ts";

export const DOCUMENTED = "https://test-management.testsigma.com";
export const ARCUS = "https://arcus.testsigma.com";

/** A fault of the documented host, the one that redirects; browsers hide where to. */
export const atDocumentedHost = (fault: Omit<Fault, "target">): Fault => ({
  target: DOCUMENTED,
  differs: redirectIsHidden,
  ...fault,
});
