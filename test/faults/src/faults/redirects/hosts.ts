import { type Differences, type Expected, type Fault, fault, unknown } from "../../fault.ts";
import type { Reply } from "../../reply.ts";

export const documentedHost = "https://test-management.testsigma.com";
export const arcusHost = "https://arcus.testsigma.com";

/** Browsers hide the target of a redirect, and its status. */
export const redirectIsHidden: Differences = { chromium: unknown("RedirectError", 0) };

/** Creates a fault of the documented host, which redirects; browsers hide the target. */
export function redirected(name: string, replies: Reply[], expected: Expected, change: Partial<Fault> = {}): Fault {
  return fault(name, replies, expected, { target: documentedHost, differs: redirectIsHidden, ...change });
}
