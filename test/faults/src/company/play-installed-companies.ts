import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installOnDemand } from "@testsigma-tms/support/install-on-demand";
import type { Runtime } from "../fault.ts";
import type { Rig } from "../rig/rig.ts";
import { createInCompany, dyingInBetween, oneUnknown, times } from "./play-company.ts";

/** The libraries that change a process and are not installed by default. */
const dependencies = {
  msw: "3.0.5",
  nock: "15.0.6",
  jsdom: "31.0.1",
  "@opentelemetry/api": "1.10.0",
  "@opentelemetry/instrumentation": "0.301.1",
  "@opentelemetry/instrumentation-undici": "0.34.0",
};

/** Their last versions for Node 20: newer ones declare Node 22, and fail without `Promise.withResolvers`. */
const dependenciesOnNode20 = {
  msw: "2.15.0",
  nock: "14.0.17",
  jsdom: "26.1.0",
  "@opentelemetry/api": "1.9.1",
  "@opentelemetry/instrumentation": "0.223.0",
  "@opentelemetry/instrumentation-undici": "0.33.0",
};

const companies = [
  "msw/node, its server, which lets requests pass",
  "nock, its interceptors of another host",
  "jsdom, only imported",
  "@opentelemetry/instrumentation-undici, its instrumentation",
];

const folder = fileURLToPath(new URL("../../.runtimes/", import.meta.url));

/** Plays creates beside each of these libraries, in a Node; returns the deviations from what is expected, in words. */
export async function playInstalledCompanies(
  rig: Rig,
  runtime: Runtime,
  node: string[],
  log: (line: string) => void,
): Promise<string[]> {
  const isOld = runtime === "node20";
  const from = join(folder, isOld ? "company-of-node20" : "company");
  await installOnDemand(
    from,
    { dependencies: isOld ? dependenciesOnNode20 : dependencies },
    { onInstall: () => log("Installing msw, nock, jsdom and OpenTelemetry …") },
  );
  const deviations: string[] = [];
  for (const company of companies.flatMap((name) => times.map((time) => `${name}, ${time}`))) {
    const reported = await createInCompany(rig, company, dyingInBetween, { node, from });
    if (reported.join() !== oneUnknown.join()) deviations.push(`${company}: ${reported.join("; ")}`);
    else log(`  beside ${company}: as expected`);
  }
  return deviations;
}
