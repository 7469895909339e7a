import type { JsonObject } from "../http/json.js";
import { exampleOf } from "./collections.js";
import type { Memory } from "./memory.js";

/** The contents of the made-up project, by kind. Every other kind gets one entity, as documented. */
const seeds: Record<string, JsonObject[]> = {
  project: [{ name: "Demo project", description: "A small project that the mock made up.", human_id_prefix: "DEMO" }],
  test_case: [
    { title: "Verify login with valid credentials" },
    { id: "9ac271b6-4e89-4c93-8c75-2d625efa0b2d", title: "Book a flight for one passenger" },
    { id: "1c4a6347-dec5-4f8e-8b6c-cda33c37c9ce", title: "Verify password reset flow" },
    { title: "Attempt to log in with a wrong password" },
    { title: "Cancel a booking" },
  ],
  // Documented requests move a folder into the second one, and put a test case into the third one.
  folder: [
    {},
    { id: "c69216e0-e2a9-401f-9e08-77176abce8c4", name: "Booking" },
    { id: "580e3972-7f4a-4748-87e6-9b74873e2b93", name: "Login" },
  ],
  // No documented request has this title, so all of them can be sent.
  test_run: [{ title: "Smoke test of the last release", description: "", test_plan_id: "", test_cases_count: 0 }],
};

/**
 * Fills the memory with a small made-up project. The first entity of each kind has the identifier of the documented
 * path, so that the documented requests work.
 */
export function seed(memory: Memory): void {
  for (const collection of memory.collections) {
    const getter = memory.operations.find(
      ({ method, path }) => method === "GET" && path === `${collection.path}/{${collection.parameter}}`,
    );
    const creator = memory.operations.find(({ method, path }) => method === "POST" && path === collection.path);
    if (!getter) continue;
    const path = new Map(getter.parameters.map(({ name, example }) => [name, String(example ?? "")]));
    const documented = (creator && exampleOf(creator, collection.noun)) ?? exampleOf(getter, collection.noun) ?? {};
    const at = memory.pathOf(collection.path, path);
    const first = path.get(collection.parameter) || String(documented.id ?? memory.rows.newId());
    for (const [index, more] of (seeds[collection.noun] ?? [{}]).entries()) {
      const id = typeof more.id === "string" ? more.id : index === 0 ? first : memory.rows.newId();
      memory.rows.put(at, {
        ...documented,
        ...parents(documented, path),
        ...times(documented, memory),
        ...humanId(documented, memory, at, path),
        ...more,
        id,
      });
    }
  }
}

/** Returns the identifiers of its parents that an entity has, such as the `project_id` of a folder. */
const parents = (documented: JsonObject, path: ReadonlyMap<string, string>) =>
  Object.fromEntries([...path].filter(([name, value]) => name in documented && value !== ""));

function times(documented: JsonObject, memory: Memory): JsonObject {
  const names = ["created_at", "updated_at"].filter((name) => name in documented);
  return Object.fromEntries(names.map((name) => [name, memory.now()]));
}

function humanId({ human_id }: JsonObject, memory: Memory, at: string, path: ReadonlyMap<string, string>): JsonObject {
  return typeof human_id === "string" ? { human_id: memory.humanId(human_id, at, path) } : {};
}
