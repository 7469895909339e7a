import type { MockOperation } from "../api.js";
import type { Call } from "./call.js";
import { notFound, unrecorded } from "./store-error.js";

/** Properties that hold the id of a user. */
const userProperties = new Set(["assignee_id", "owner_id", "reviewer_id", "user_id"]);

/**
 * Throws for a body, or a part of one, that names a user or another entity that does not exist. The service accepts
 * only users of the organization (observed). Cases of a run are left to its rules, because they outlive their originals.
 */
export function assertReferences({ memory, request }: Call, body: unknown): void {
  for (const [name, id] of propertiesIn(body)) {
    if (typeof id !== "string" || id === "" || name === "test_case_id") continue;
    if (userProperties.has(name) && !memory.users.has(id)) {
      throw unrecorded("Invalid user", `No user of the organization has the ID: ${id}. See GET /users.`);
    }
    const parameter = name.replace(/^parent_/, "");
    const collection = memory.collections.find((candidate) => candidate.parameter === parameter);
    if (collection && !memory.table(collection.path, request.path).find(id)) throw notFound(collection.noun, id);
  }
}

/** Collects the users: those in the examples of `GET /users`, and those in documented requests. */
export function usersIn(operations: MockOperation[]): Set<unknown> {
  const users = new Set<unknown>();
  for (const { id, responses, requestBody } of operations) {
    const isList = id === "listUsers";
    const contents = isList ? responses.flatMap(({ content }) => content) : (requestBody?.content ?? []);
    for (const { value } of contents.flatMap(({ examples }) => Object.values(examples))) {
      for (const [name, user] of propertiesIn(value))
        if (userProperties.has(name) || (isList && name === "id")) users.add(user);
    }
  }
  return users;
}

/** Visits every property and item of a value, at any depth. */
function* propertiesIn(value: unknown): Generator<[name: string, value: unknown]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield [name, inner];
    yield* propertiesIn(inner);
  }
}
