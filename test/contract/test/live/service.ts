import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createMockFetch, prefer } from "@testsigma-tms/mock";

/** A mistake of the service: changes a response before it is sent, or replaces it. */
export type Mistake = (response: Response, request: Request) => Response | Promise<Response>;

/** A stand-in for the live service on loopback, which matches the spec except for deliberate mistakes. */
export interface Service extends AsyncDisposable {
  url: string;
  /** The requests that it received, such as `GET /api/v1/projects/…/test_runs`. */
  requests: string[];
  /** The titles of the test runs that it created. */
  created: string[];
}

const knownProject = "c47ade67-0543-4582-a4a5-b7de447c94f5";

/**
 * Starts a service that knows one project, rejects a title that is in use, and responds to invalid requests with 400.
 * It also serves the API below `/moved`.
 */
export async function startService(...mistakes: Mistake[]): Promise<Service> {
  const mock = createMockFetch({ invalidRequestStatus: 400 });
  const created: string[] = [];

  /** Responds like the mock, and also rejects unknown projects and duplicate titles, which the mock does not know. */
  async function respond(request: Request): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.delete("prefer");
    const { method } = request;
    const body = await request.text();
    const ask = (extra = {}) =>
      mock(request.url.replace("/moved", ""), {
        method,
        headers: { ...Object.fromEntries(headers), ...extra },
        ...(body && { body }),
      });
    const usual = await ask();
    if (!usual.ok || !isCreate(request)) return usual;
    if (!request.url.includes(knownProject)) return ask(prefer("project_not_found"));
    if (created.includes(titleOf(body))) return ask(prefer("duplicate_title"));
    return usual;
  }

  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", headers, url } = incoming;
    service.requests.push(`${method} ${url}`);
    const body = await text(incoming);
    const toRequest = () =>
      new Request(`http://localhost${url}`, {
        method,
        headers: headers as Record<string, string>,
        ...(body && { body }),
      });
    let response = await respond(toRequest());
    for (const mistake of mistakes) response = await mistake(response, toRequest());
    if (response.ok && isCreate(toRequest())) created.push(titleOf(body));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const service: Service = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    requests: [],
    created,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return service;
}

/** Tells whether a request creates a test run. */
export const isCreate = ({ method, url }: { method: string; url: string }) =>
  method === "POST" && url.endsWith("/test_runs");

const titleOf = (body: string) => (JSON.parse(body) as { title: string }).title;
