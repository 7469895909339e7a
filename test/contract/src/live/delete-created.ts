import type { Operation, Spec } from "@testsigma-tms/codegen";
import type { Send } from "../send.ts";
import type { Created } from "./guarded-fetch.ts";

/** Deletes what a run created, latest first, as far as the spec has operations to delete it. */
export async function deleteCreated(
  { spec, fetch: send, apiKey }: { spec: Spec; fetch: Send; apiKey: string },
  created: Created[],
): Promise<void> {
  const headers = { Authorization: `Bearer ${apiKey}` };
  for (const { operation, collection, id } of created.toReversed()) {
    const parent = operation.path.length + 1;
    const isDelete = ({ method, path }: Operation) =>
      method === "DELETE" && path.startsWith(`${operation.path}/{`) && !path.slice(parent).includes("/");
    if (spec.operations.some(isDelete)) {
      await send(`${collection}/${encodeURIComponent(id)}`, { method: "DELETE", headers, redirect: "manual" });
    }
  }
}
