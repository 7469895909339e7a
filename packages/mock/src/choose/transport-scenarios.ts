import type { Api } from "../api.js";
import { type MockResponse, toMockResponse } from "../http/response.js";

/** Scenarios of the network and gateways, which no spec can describe. Every operation has them. */
export const transportScenarios = [
  "moved",
  "too_many_requests",
  "bad_gateway",
  "unavailable",
  "connection_reset",
  "timeout",
] as const;

export type TransportScenario = (typeof transportScenarios)[number];

export function isTransportScenario(name: string): name is TransportScenario {
  return transportScenarios.some((known) => known === name);
}

/** Thrown if the caller gets no response: the connection is reset, or nothing ever arrives. */
export class Disruption extends Error {
  override name = "Disruption";
  readonly kind: "connection_reset" | "timeout";

  constructor(kind: Disruption["kind"]) {
    super(`The mock simulates ${kind}.`);
    this.kind = kind;
  }
}

/** Returns whether the API executes the request although its response is lost. */
export function isExecuted(scenario: TransportScenario): boolean {
  return scenario === "bad_gateway" || scenario === "connection_reset" || scenario === "timeout";
}

/** Makes the response of a scenario; throws a {@link Disruption} if there is none. */
export function transportResponse(scenario: TransportScenario, url: URL, api: Api): MockResponse {
  switch (scenario) {
    case "moved":
      return page(301, "Moved Permanently", { location: movedUrl(url, api) });
    case "too_many_requests":
      return page(429, "Too Many Requests", { "retry-after": "1" });
    case "bad_gateway":
      return page(502, "Bad Gateway");
    case "unavailable":
      return page(503, "Service Temporarily Unavailable");
    default:
      throw new Disruption(scenario);
  }
}

/** Makes an HTML page like those that gateways send. */
function page(status: number, title: string, headers = {}): MockResponse {
  const content = `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return toMockResponse({ status, mediaType: "text/html" }, content, headers);
}

/** Returns the URL at another host of the spec if it is at one of them, as on the service; else the same URL. */
function movedUrl(url: URL, { hosts }: Api): string {
  const target = new URL(url);
  const otherHost = hosts.includes(url.hostname) ? hosts.find((host) => host !== url.hostname) : undefined;
  if (otherHost !== undefined) target.hostname = otherHost;
  return target.href;
}
