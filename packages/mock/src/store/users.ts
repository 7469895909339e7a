import { isNode } from "../api/node.js";
import type { Operation } from "../api/operation.js";
import type { Memory } from "./memory.js";
import { unrecorded } from "./store-error.js";

/** Throws for an unknown user id: the service accepts only users of the organization (observed). */
export function assertUser(memory: Memory, id: unknown): void {
  if (typeof id !== "string" || id === "" || usersOf(memory).has(id)) return;
  throw unrecorded("Invalid user", `No user of the organization has the ID: ${id}. See GET /users.`);
}

const knownUsers = new WeakMap<object, Set<string>>();

/** Collects the users: those in the examples of `GET /users`, and those in documented requests. */
function usersOf({ operations }: Memory): Set<string> {
  const known = knownUsers.get(operations);
  if (known) return known;
  const users = new Set([...operations.values()].flatMap(usersIn));
  knownUsers.set(operations, users);
  return users;
}

/** Properties that hold the id of a user. */
const userProperties = ["assignee_id", "owner_id", "reviewer_id", "user_id"];

function usersIn({ id: operationId, body, responses }: Operation): string[] {
  const bodies = (body?.contents ?? []).flatMap(({ examples }) => Object.values(examples));
  const lists = operationId === "listUsers" ? (responses["200"]?.contents ?? []) : [];
  const shown = lists
    .flatMap(({ examples }) => Object.values(examples))
    .flatMap((example) => {
      const data = isNode(example) ? example.data : undefined;
      return Array.isArray(data) ? data.map((user) => (isNode(user) ? user.id : undefined)) : [];
    });
  const named = bodies.flatMap((example) => (isNode(example) ? userProperties.map((name) => example[name]) : []));
  return [...shown, ...named].filter((id) => typeof id === "string");
}
