import type { Operation } from "@testsigma-tms/codegen";

/** What an operation does to a service. */
export type Effect = "read" | "create" | "change";

/** What an operation does: any that neither reads nor creates may change or delete something. */
export function effectOf({ method, id }: Operation): Effect {
  if (method === "GET" || method === "HEAD") return "read";
  return method === "POST" && /^create[A-Z]/.test(id) ? "create" : "change";
}
