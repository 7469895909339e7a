import type { JsonObject } from "../http/json.js";
import { Call } from "./call.js";
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
    const { path: list, parameter, noun } = collection;
    const find = (method: string, path: string) =>
      memory.operations.find((operation) => operation.method === method && operation.path === path);
    const getter = find("GET", `${list}/{${parameter}}`);
    const creator = find("POST", list);
    const operation = creator && exampleOf(creator, noun) ? creator : getter;
    if (!getter || !operation) continue;
    const documented = exampleOf(operation, noun) ?? {};
    const examples = getter.parameters.flatMap(({ name = "", example }) => (example ? [[name, String(example)]] : []));
    const path = new Map(examples as [string, string][]);
    const body = { value: { ...documented, ...Object.fromEntries(path) } };
    const call = new Call(memory, collection, {
      operation,
      path,
      url: new URL("http://mock.test"),
      body,
      warnings: [],
    });
    const first = { id: path.get(parameter) ?? documented.id };
    for (const [index, entity] of (seeds[noun] ?? [{}]).entries())
      call.create({ ...(index === 0 && first), ...entity });
  }
}
