import type { Operation } from "@testsigma-tms/codegen";

/** What an operation can do to a service. */
export const effects = ["read", "create", "change"] as const;

export type Effect = (typeof effects)[number];

/** What an operation does: any that neither reads nor creates may change or delete something. */
export function effectOf({ method, id }: Operation): Effect {
  if (method === "GET" || method === "HEAD") return "read";
  return method === "POST" && /^create[A-Z]/.test(id) ? "create" : "change";
}
