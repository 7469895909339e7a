import type { Operation } from "@testsigma-tms/codegen";

/** The effects that an operation can have on a service. */
export const effects = ["read", "create", "change"] as const;

export type Effect = (typeof effects)[number];

/** Returns the effect of an operation. Any that neither reads nor creates may change or delete something. */
export function effectOf({ method, id }: Operation): Effect {
  if (method === "GET" || method === "HEAD") return "read";
  return method === "POST" && /^create[A-Z]/.test(id) ? "create" : "change";
}
