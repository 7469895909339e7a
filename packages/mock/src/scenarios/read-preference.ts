import { type Operation, responseFor } from "../api/operation.js";
import { didYouMean } from "../did-you-mean.js";
import { Rejection } from "../http/rejection.js";
import { parsePrefer } from "./parse-prefer.js";
import { isTransportScenario, transportScenarios } from "./transport-scenarios.js";

/** The preferences in the `Prefer` header of a request. */
export interface Preference {
  scenario?: string;
  status?: number;
  dynamic?: boolean;
  /** Latency in milliseconds. */
  latency?: number;
}

/** The maximum latency, in milliseconds: a longer wait can only be a mistake. */
export const maxLatency = 60_000;

/** Reads a `Prefer` header (RFC 7240). Rejects with 400 what the operation lacks; the message lists what it has. */
export function readPreference(header: string | null, operation: Operation): Preference {
  if (!header) return {};
  const preferences = parsePrefer(header);
  const [example, code, dynamic, latency] = ["example", "code", "dynamic", "latency"].map((name) =>
    preferences.get(name),
  );
  const preference: Preference = {};
  if (code !== undefined) preference.status = readStatus(String(code), operation);
  if (example !== undefined) Object.assign(preference, readExample(String(example), preference.status, operation));
  if (dynamic !== undefined) preference.dynamic = readBoolean(dynamic);
  if (latency !== undefined) preference.latency = readLatency(String(latency));
  return preference;
}

function readStatus(code: string, operation: Operation): number {
  if (/^[2-5]\d\d$/.test(code) && responseFor(operation, Number(code))) return Number(code);
  const known = Object.keys(operation.responses).join(", ");
  throw new Rejection(400, `Prefer: ${operation.id} has no status "${code}". Known: ${known}.`);
}

function readExample(name: string, status: number | undefined, { id, scenarios }: Operation): Preference {
  const scenario = scenarios.get(name);
  if (!scenario && isTransportScenario(name) && status === undefined) return { scenario: name };
  if (!scenario) {
    const known = [...scenarios.keys(), ...transportScenarios];
    const hint = didYouMean(name, known) || ".";
    throw new Rejection(400, `Prefer: ${id} has no example "${name}"${hint} Known: ${known.join(", ")}.`);
  }
  if (status !== undefined && status !== scenario.status) {
    throw new Rejection(400, `Prefer: the example "${name}" belongs to the status ${scenario.status}, not ${status}.`);
  }
  return { scenario: name, status: scenario.status };
}

function readBoolean(value: string | true): boolean {
  if (value === true || value === "true") return true;
  if (value === "false") return false;
  throw new Rejection(400, `Prefer: dynamic must be true or false; given: "${value}".`);
}

function readLatency(value: string): number {
  if (/^\d{1,5}$/.test(value) && Number(value) <= maxLatency) return Number(value);
  throw new Rejection(400, `Prefer: latency must be 0 to ${maxLatency} milliseconds; given: "${value}".`);
}
