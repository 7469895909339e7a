import type { Api } from "../api/api.js";
import { type MockResponse, toMockResponse } from "../http/mock-response.js";

/** Scenarios of the network and gateways, which no spec can describe. Every operation has them. */
export const transportScenarios = ["moved", "bad_gateway", "unavailable", "connection_reset", "timeout"] as const;

export type TransportScenario = (typeof transportScenarios)[number];

export const isTransportScenario = (name: string): name is TransportScenario =>
  transportScenarios.some((known) => known === name);

/** Thrown if the caller gets no response: the connection is reset, or nothing ever arrives. */
export class Disruption extends Error {
  override name = "Disruption";
  readonly kind: "connection_reset" | "timeout";

  constructor(kind: Disruption["kind"]) {
    super(`The mock plays ${kind}.`);
    this.kind = kind;
  }
}

/** Tells whether the API executes the request although its response is lost. */
export const isExecuted = (scenario: TransportScenario) => scenario !== "moved" && scenario !== "unavailable";

/** Makes the response of a scenario; throws a {@link Disruption} if there is none. */
export function transportResponse(scenario: TransportScenario, url: URL, api: Api): MockResponse {
  switch (scenario) {
    case "moved":
      return { ...page(301, "Moved Permanently"), headers: { location: movedUrl(url, api), ...html } };
    case "bad_gateway":
      return page(502, "Bad Gateway");
    case "unavailable":
      return page(503, "Service Temporarily Unavailable");
    default:
      throw new Disruption(scenario);
  }
}

const html = { "content-type": "text/html" };

/** Makes an HTML page like those that gateways send. */
function page(status: number, title: string): MockResponse {
  const content = `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return toMockResponse({ status, mediaType: "text/html" }, content, {});
}

/** Returns the URL at another host of the spec if it is at one of them, as on the service; else the same URL. */
function movedUrl(url: URL, { hosts }: Api): string {
  const target = new URL(url);
  const other = hosts.includes(url.hostname) ? hosts.find((host) => host !== url.hostname) : undefined;
  if (other !== undefined) target.hostname = other;
  return target.href;
}
