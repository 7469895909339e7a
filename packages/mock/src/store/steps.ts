import { isObject, type JsonObject } from "../http/json.js";
import type { Collection } from "./collections.js";
import type { Memory, StoreRequest } from "./memory.js";
import type { Row } from "./table.js";

/** Creates a step group or a test case, with its steps. */
export function createWithSteps(memory: Memory, collection: Collection, request: StoreRequest): JsonObject {
  const row = memory.create(collection, request);
  return memory.single(
    request,
    collection.noun,
    memory.change(collection, within(collection, request, row), stepsOf(memory, collection, request, row)),
  );
}

/** Changes a step group or a test case; the steps in the request replace all existing ones. */
export function updateWithSteps(memory: Memory, collection: Collection, request: StoreRequest): JsonObject {
  const row = memory.row(collection.parameter, request.path);
  const changes = { ...memory.settable(request), ...stepsOf(memory, collection, request, row) };
  return memory.single(request, collection.noun, memory.change(collection, request.path, changes));
}

const within = ({ parameter }: Collection, { path }: StoreRequest, { id }: Row) => new Map([...path, [parameter, id]]);

/** Completes the steps of a request; `expected_result` in a request is `expected_results` in responses (documented). */
function stepsOf(memory: Memory, { parameter }: Collection, { body }: StoreRequest, { id }: Row): JsonObject {
  const entries = ["steps", "individual_steps"].flatMap((name) => {
    const steps = body[name];
    return Array.isArray(steps) ? [[name, steps.filter(isObject).map(complete)] as const] : [];
  });
  return Object.fromEntries(entries);

  function complete({ expected_result, ...step }: JsonObject): JsonObject {
    const results = expected_result === undefined ? {} : { expected_results: expected_result };
    const now = memory.now();
    return { id: memory.rows.newId(), ...step, ...results, [parameter]: id, created_at: now, updated_at: now };
  }
}
