import { isObject, type JsonObject } from "../http/json.js";
import type { Call } from "./call.js";

/** Creates a step group or a test case, with its steps. */
export function createWithSteps(call: Call): JsonObject {
  const id = call.memory.newId();
  return call.single(call.create({ id, ...stepsOf(call, id) }));
}

/** Changes a step group or a test case; the steps in the request replace all existing ones. */
export function updateWithSteps(call: Call): JsonObject {
  return call.single(call.change({ ...call.settable(), ...stepsOf(call, call.row().id) }));
}

/** Completes the steps of a request; `expected_result` in a request is `expected_results` in responses (documented). */
function stepsOf({ memory, collection, body }: Call, id: string): JsonObject {
  const entries = ["steps", "individual_steps"].flatMap((name) => {
    const steps = body[name];
    return Array.isArray(steps) ? [[name, steps.filter(isObject).map(complete)] as const] : [];
  });
  return Object.fromEntries(entries);

  function complete({ expected_result, ...step }: JsonObject): JsonObject {
    const results = expected_result === undefined ? {} : { expected_results: expected_result };
    const now = memory.now();
    return { id: memory.newId(), ...step, ...results, [collection.parameter]: id, created_at: now, updated_at: now };
  }
}
