import { responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import { Rejection } from "../http/response.js";
import { knownNames } from "../messages.js";
import { scenarioNames } from "./scenarios.js";
import { isTransportScenario } from "./transport-scenarios.js";

/** The preferences in the `Prefer` header of a request. */
export interface Preference {
  scenario?: string;
  status?: number;
  /** Latency in milliseconds. */
  latency?: number;
}

/** The maximum latency, in milliseconds: a longer wait can only be a mistake. */
export const maxLatency = 60_000;

const known = ["code", "example", "latency"];
/** Registered preferences (RFC 7240, section 4), which a server may ignore. */
const ignored = new Set(["handling", "respond-async", "return", "wait"]);

/** Reads a `Prefer` header (RFC 7240). Rejects with 400 what the operation lacks; the message lists what it has. */
export function readPreference(header: string | undefined, operation: MockOperation): Preference {
  if (header === undefined) return {};
  const preferences = parsePrefer(header);
  for (const name of preferences.keys()) assertKnown(name);
  const [code, example, latency] = known.map((name) => preferences.get(name));
  const preference: Preference = {};
  if (code !== undefined) preference.status = readStatus(code, operation);
  if (example !== undefined) Object.assign(preference, readExample(example, preference.status, operation));
  if (latency !== undefined) preference.latency = readLatency(latency);
  return preference;
}

function assertKnown(name: string): void {
  if (known.includes(name) || ignored.has(name)) return;
  if (name === "dynamic") {
    throw new Rejection(400, "Prefer: only Prism generates data. Run testsigma-tms-mock prism --dynamic.");
  }
  throw new Rejection(400, `Prefer: unknown preference "${name}"${knownNames(name, known)}`);
}

function readStatus(code: string, { id, responses }: MockOperation): number {
  if (/^[2-5]\d\d$/.test(code) && responseFor({ responses }, Number(code))) return Number(code);
  const statuses = responses.map(({ status }) => status).join(", ");
  throw new Rejection(400, `Prefer: ${id} has no status "${code}". Known: ${statuses}.`);
}

function readExample(name: string, status: number | undefined, operation: MockOperation): Preference {
  const scenario = operation.scenarios.get(name);
  if (!scenario && isTransportScenario(name) && status === undefined) return { scenario: name };
  if (!scenario) {
    const end = knownNames(name, scenarioNames(operation));
    throw new Rejection(400, `Prefer: ${operation.id} has no example "${name}"${end}`);
  }
  if (status !== undefined && status !== scenario.status) {
    throw new Rejection(400, `Prefer: the example "${name}" belongs to the status ${scenario.status}, not ${status}.`);
  }
  return { scenario: name, status: scenario.status };
}

function readLatency(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= maxLatency) return Number(value);
  throw new Rejection(400, `Prefer: latency: expected 0 to ${maxLatency} milliseconds, got "${value}".`);
}

/** Returns preferences by name in lower case; the first of a name counts, and parameters are left out. */
function parsePrefer(header: string): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const [element] of header.matchAll(/(?:"[^"]*"?|[^,"])+/g)) {
    const [preference = ""] = /^(?:"[^"]*"?|[^;"])*/.exec(element) ?? [];
    const [name = "", ...value] = preference.split("=").map((part) => part.trim());
    const text = value.join("=").replace(/^"(.*)"$/s, "$1");
    if (name !== "" && !preferences.has(name.toLowerCase())) preferences.set(name.toLowerCase(), text);
  }
  return preferences;
}
