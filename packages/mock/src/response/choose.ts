import { defaultStatus, type Operation } from "../api/operation.js";
import type { Preference } from "../scenarios/read-preference.js";
import type { ScenarioQueue } from "../scenarios/scenario-queue.js";
import { isTransportScenario, type TransportScenario } from "../scenarios/transport-scenarios.js";
import { chooseMediaType } from "./choose-media-type.js";
import type { ResponseKey } from "./responses.js";

/** The response to send. */
export interface Choice extends ResponseKey {
  /** The source of the response; `default` asks the memory first. */
  kind: "example" | "generated" | "default";
  /** The transport scenario to play, if any. */
  transport?: TransportScenario;
}

/**
 * Chooses the response to a valid request: the preferred one, else the next in the queue, else the default. Rejects
 * with 406 if the caller accepts none of its media types.
 */
export async function choose(
  operation: Operation,
  accept: string | null,
  { preference, queue, dynamic }: { preference: Preference; queue: ScenarioQueue; dynamic: boolean },
): Promise<Choice> {
  const isQueueAsked = preference.scenario === undefined && preference.status === undefined;
  const name = preference.scenario ?? (isQueueAsked ? queue.next(operation.id) : undefined);
  const scenario = name === undefined ? undefined : operation.scenarios.get(name);
  if (scenario) {
    return { kind: "example", status: scenario.status, mediaType: scenario.mediaType, scenario: scenario.name };
  }

  const status = preference.status ?? defaultStatus(operation);
  const mediaType = await chooseMediaType(operation, status, accept);
  if (name !== undefined && isTransportScenario(name)) {
    return { kind: "default", status, mediaType, transport: name, scenario: name };
  }
  const isGenerated = preference.dynamic ?? dynamic;
  if (isGenerated) return { kind: "generated", status, mediaType };
  const kind = preference.status === undefined ? "default" : "example";
  return { kind, status, mediaType, scenario: firstScenario(operation, status, mediaType) };
}

/** Returns the name of the example that is sent by default. */
function firstScenario({ scenarios }: Operation, status: number, mediaType: string | undefined): string | undefined {
  return [...scenarios.values()].find((known) => known.status === status && known.mediaType === mediaType)?.name;
}
