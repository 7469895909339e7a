import { isJson, responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import type { Preference } from "./read-preference.js";
import type { ScenarioQueue } from "./scenarios.js";
import { isTransportScenario, type TransportScenario } from "./transport-scenarios.js";

/** The response to send. */
export interface Choice {
  /** The source of the response; `default` asks the memory first. */
  kind: "example" | "default";
  status: number;
  mediaType: string | undefined;
  /** The name of the example, or of the transport scenario. */
  scenario: string | undefined;
  /** The transport scenario to play, if any. */
  transport?: TransportScenario;
}

/** Chooses the response to a valid request: the preferred one, else the next in the queue, else the default. */
export function choose(operation: MockOperation, preference: Preference, queue: ScenarioQueue): Choice {
  const isQueueAsked = preference.scenario === undefined && preference.status === undefined;
  const name = preference.scenario ?? (isQueueAsked ? queue.next(operation.id) : undefined);
  const scenario = name === undefined ? undefined : operation.scenarios.get(name);
  if (scenario) {
    return { kind: "example", status: scenario.status, mediaType: scenario.mediaType, scenario: scenario.name };
  }
  const status = preference.status ?? operation.defaultStatus;
  const mediaType = mediaTypeOf(operation, status);
  if (name !== undefined && isTransportScenario(name)) {
    return { kind: "default", status, mediaType, transport: name, scenario: name };
  }
  const kind = preference.status === undefined ? "default" : "example";
  return { kind, status, mediaType, scenario: firstScenario(operation, status, mediaType) };
}

/** Returns the media type of a response, preferably JSON; `undefined` if the response has no content. */
export function mediaTypeOf(operation: MockOperation, status: number): string | undefined {
  const types = responseFor(operation, status)?.content.map((content) => content.mediaType) ?? [];
  return types.find(isJson) ?? types[0];
}

/** Returns the name of the example that is sent by default. */
function firstScenario({ scenarios }: MockOperation, status: number, mediaType: string | undefined) {
  for (const known of scenarios.values()) {
    if (known.status === status && known.mediaType === mediaType) return known.name;
  }
  return undefined;
}
