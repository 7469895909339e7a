import type { MockOperation } from "../api.js";
import { isObject, type JsonObject } from "../http/json.js";
import type { Memory } from "./memory.js";
import { notFound, unrecorded } from "./store-error.js";

/** Properties that hold the id of a user. */
const userProperties = new Set(["assignee_id", "owner_id", "reviewer_id", "user_id"]);

/**
 * Throws for a body, or a part of one, that names a user or another entity that does not exist. The service accepts
 * only users of the organization (observed). Cases of a run are left to its rules, because they outlive their originals.
 */
export function assertReferences(memory: Memory, path: ReadonlyMap<string, string>, body: unknown): void {
  if (Array.isArray(body)) for (const item of body) assertReferences(memory, path, item);
  if (!isObject(body)) return;
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== "string") assertReferences(memory, path, value);
    else if (value !== "" && name !== "test_case_id") assertReference(memory, path, name, value);
  }
}

function assertReference(memory: Memory, path: ReadonlyMap<string, string>, name: string, id: string): void {
  if (userProperties.has(name)) {
    if (memory.users.has(id)) return;
    throw unrecorded("Invalid user", `No user of the organization has the ID: ${id}. See GET /users.`);
  }
  const parameter = name.replace(/^parent_/, "");
  const collection = memory.collections.find((candidate) => candidate.parameter === parameter);
  if (!collection || memory.rows.find(memory.pathOf(collection.path, path), id)) return;
  throw notFound(collection.noun, id);
}

/** Collects the users: those in the examples of `GET /users`, and those in documented requests. */
export function usersIn(operations: MockOperation[]): Set<string> {
  const users = operations.filter(({ id }) => id === "listUsers").flatMap(({ responses }) => responses);
  const listed = users.flatMap(({ content }) => content).flatMap(({ examples }) => Object.values(examples));
  const sent = operations.flatMap(({ requestBody }) => requestBody?.content ?? []);
  const named = sent.flatMap(({ examples }) => Object.values(examples).flatMap(({ value }) => usersNamedIn(value)));
  return new Set([...listed.flatMap(({ value }) => idsOf(value)), ...named]);
}

function idsOf(list: unknown): string[] {
  const data = isObject(list) ? list.data : undefined;
  return Array.isArray(data) ? data.filter(isObject).map(({ id }) => String(id)) : [];
}

function usersNamedIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(usersNamedIn);
  if (!isObject(value)) return [];
  const named = Object.entries(value as JsonObject).filter(
    ([name, id]) => userProperties.has(name) && typeof id === "string",
  );
  return [...named.map(([, id]) => String(id)), ...Object.values(value).flatMap(usersNamedIn)];
}
