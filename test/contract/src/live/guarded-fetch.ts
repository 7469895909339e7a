import type { Operation, Spec } from "@testsigma-tms/codegen";
import { jsonOrText } from "../responses/deviations.ts";
import type { Send } from "../send.ts";
import { findOperation } from "../spec/find-operation.ts";
import { type Effect, effectOf } from "./effect-of.ts";
import { permissionVariables } from "./live-settings.ts";

/** An entity that this run created on a live service. */
export interface Created {
  /** The operation that created it. */
  operation: Operation;
  /** The URL it was created at, such as `…/projects/c47ade67-…/test_runs`. */
  collection: string;
  id: string;
}

/** The maximum number of requests that create something in one test file. */
export const maxCreates = 20;

/**
 * Makes a function that sends to a live service only what is allowed: documented operations, effects with a permission,
 * and changes only of what this run created. Adds what is created to `created`.
 */
export function guardedFetch(send: Send, spec: Spec, permissions: ReadonlySet<Effect>, created: Created[]): Send {
  let creates = 0;
  return async (url, init) => {
    const { pathname } = new URL(url);
    const operation = findOperation(spec.operations, init.method ?? "GET", pathname);
    if (!operation) throw new Error(`Not sent to a live service: ${init.method} ${pathname} is not in the spec.`);
    const effect = effectOf(operation);
    if (!permissions.has(effect)) {
      throw new Error(`Not sent to a live service: ${operation.id} needs ${permissionVariables[effect]}=yes.`);
    }
    if (effect === "change" && !isOwn(operation, pathname, created)) {
      throw new Error(`Not sent to a live service: ${operation.id} would change what this run has not created.`);
    }
    if (effect === "create" && ++creates > maxCreates) {
      throw new Error(`Not sent to a live service: this run sent ${maxCreates} requests that create something.`);
    }
    const response = await send(url, init);
    if (effect === "create" && response.ok) {
      const id = idOf(jsonOrText(await response.clone().text()));
      if (id) created.push({ operation, collection: url, id });
    }
    if (operation.method === "DELETE" && response.ok) {
      const gone = created.findIndex(({ id }) => pathname.endsWith(`/${id}`));
      if (gone !== -1) created.splice(gone, 1);
    }
    return response;
  };
}

/** Tells whether the path has identifiers other than the project's, and all of them are of entities in `created`. */
function isOwn(operation: Operation, pathname: string, created: Created[]): boolean {
  const template = operation.path.split("/").reverse();
  const segments = pathname.split("/").reverse();
  const ids = template.flatMap((part, index) =>
    /^\{(?!project_id\})/.test(part) ? [decodeURIComponent(segments[index] ?? "")] : [],
  );
  return ids.length > 0 && ids.every((id) => created.some((entity) => entity.id === id));
}

/** Returns the identifier in a body such as `{ "data": { "test_run": { "id": "…" } } }`. */
function idOf(body: unknown): string | undefined {
  const data: unknown = (body as { data?: unknown } | null)?.data;
  const entities: { id?: unknown }[] = typeof data === "object" && data !== null ? Object.values(data) : [];
  const id = entities.map((entity) => entity?.id).find((value) => typeof value === "string");
  return id as string | undefined;
}
