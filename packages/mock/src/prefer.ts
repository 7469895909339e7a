import parsePreferHeader from "parse-prefer-header";
import { Refusal } from "./coded-error.js";
import { scenarios } from "./generated/scenarios.js";
import type { Operation } from "./operation.js";
import type { ScenarioName } from "./scenario-types.js";

/**
 * The header that asks the mock, or Prism, for a scenario: a named response example of the API description.
 *
 * @example
 * await testsigma.createTestRun(input, { headers: prefer("rate_limited") });
 */
export function prefer(scenario: ScenarioName): { Prefer: string } {
  const statuses = new Set(Object.values<Record<string, number>>(scenarios).flatMap((names) => names[scenario] ?? []));
  if (statuses.size === 0) {
    const known = Object.values(scenarios).flatMap((names) => Object.keys(names));
    throw new TypeError(`Unknown scenario "${scenario}". Known: ${[...new Set(known)].join(", ")}.`);
  }
  // Prism's command finds an example of an error only where its status is named too.
  const code = statuses.size === 1 ? `code=${[...statuses]}, ` : "";
  return { Prefer: `${code}example=${scenario}` };
}

/** What the `Prefer` header of a request asks for. */
export interface Preference {
  scenario?: string;
  status?: number;
  dynamic?: boolean;
}

/** Reads a `Prefer` header (RFC 7240); refuses with 400 what the operation does not describe. */
export function readPreference(header: string | null, { id, scenarios, prism }: Operation): Preference {
  if (!header) return {};
  const { example, code, dynamic } = parsePreferHeader(header);
  const preference: Preference = {};
  if (example !== undefined) {
    const scenario = scenarios.get(String(example));
    if (!scenario) {
      const known = [...scenarios.keys()].join(", ") || "none";
      throw new Refusal(400, `Prefer: ${id} has no example "${String(example)}". Known: ${known}.`);
    }
    preference.scenario = scenario.name;
    preference.status = scenario.status;
  }
  if (code !== undefined) {
    const codes = prism.responses.map((response) => response.code);
    const isKnown = codes.some(
      (known) => known === "default" || new RegExp(`^${known.replace(/X/g, "\\d")}$`).test(String(code)),
    );
    if (!/^[1-5]\d\d$/.test(String(code)) || !isKnown) {
      throw new Refusal(400, `Prefer: ${id} has no status "${String(code)}". Known: ${codes.join(", ")}.`);
    }
    if (preference.status !== undefined && preference.status !== Number(code)) {
      throw new Refusal(
        400,
        `Prefer: the example "${String(example)}" has status ${preference.status}, not ${String(code)}.`,
      );
    }
    preference.status = Number(code);
  }
  if (dynamic !== undefined) {
    if (dynamic !== true && dynamic !== "true" && dynamic !== "false") {
      throw new Refusal(400, `Prefer: dynamic must be true or false; given: "${dynamic}".`);
    }
    preference.dynamic = dynamic !== "false";
  }
  return preference;
}
