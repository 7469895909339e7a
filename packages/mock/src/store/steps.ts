import { isNode, type Node } from "../document/node.js";
import type { Collection } from "./collections.js";
import type { Asked, Memory } from "./memory.js";
import type { Row } from "./rows.js";

/** Creates a thing with steps: a step group or a test case. */
export function createWithSteps(memory: Memory, collection: Collection, asked: Asked): Node {
  const row = memory.create(collection, asked);
  return memory.single(
    asked,
    collection.noun,
    memory.change(collection, within(collection, asked, row), stepsOf(memory, collection, asked, row)),
  );
}

/** Changes a thing with steps; steps that are sent replace all that were there. */
export function updateWithSteps(memory: Memory, collection: Collection, asked: Asked): Node {
  const row = memory.row(collection.parameter, asked.path);
  const changes = { ...memory.known(asked, row), ...stepsOf(memory, collection, asked, row) };
  return memory.single(asked, collection.noun, memory.change(collection, asked.path, changes));
}

const within = ({ parameter }: Collection, { path }: Asked, { id }: Row) => new Map([...path, [parameter, id]]);

/** Steps get identifiers; those of a group are sent with an `expected_result` and read with `expected_results` (documented). */
function stepsOf(memory: Memory, { parameter }: Collection, { body }: Asked, { id }: Row): Node {
  const entries = ["steps", "individual_steps"].flatMap((name) => {
    const steps = body[name];
    return Array.isArray(steps) ? [[name, steps.filter(isNode).map(complete)] as const] : [];
  });
  return Object.fromEntries(entries);

  function complete({ expected_result, ...step }: Node): Node {
    const results = expected_result === undefined ? {} : { expected_results: expected_result };
    const now = memory.now();
    return { id: memory.rows.newId(), ...step, ...results, [parameter]: id, created_at: now, updated_at: now };
  }
}
