import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { createMockFetch, prefer } from "@testsigma-tms/mock";

/** A mistake of the service: changes an answer on its way out, or replaces it. */
export type Mistake = (answer: Response, request: Request) => Response | Promise<Response>;

/** A stand-in for the live service on loopback, which keeps its promises but for the mistakes planted in it. */
export interface Service extends AsyncDisposable {
  /** Its base URL. */
  url: string;
  /** How many requests came. */
  requests: number;
  /** The titles of the test runs that it created. */
  created: string[];
}

const knownProject = "c47ade67-0543-4582-a4a5-b7de447c94f5";

/**
 * Starts a service that knows one project, refuses a title that is in use, and answers invalid requests with 400. It
 * serves the API below `/moved` too.
 */
export async function startService(...mistakes: Mistake[]): Promise<Service> {
  const mock = createMockFetch({ invalidRequestStatus: 400 });
  const created: string[] = [];

  /** What the mock cannot know: which projects and titles there are. */
  async function answer(request: Request): Promise<Response> {
    const asked = new Headers(request.headers);
    asked.delete("prefer");
    const body = await request.text();
    const { title } = JSON.parse(body) as { title: string };
    const ask = (extra = {}) =>
      mock(request.url.replace("/moved", ""), {
        method: request.method,
        headers: { ...Object.fromEntries(asked), ...extra },
        body,
      });
    const usual = await ask();
    if (!usual.ok) return usual;
    if (!request.url.includes(knownProject)) return ask(prefer("project_not_found"));
    if (created.includes(title)) return ask(prefer("duplicate_title"));
    return usual;
  }

  const server = createServer(async (incoming, outgoing) => {
    service.requests++;
    const { method = "GET", headers, url } = incoming;
    const body = await text(incoming);
    const toRequest = () =>
      new Request(`http://localhost${url}`, { method, headers: headers as Record<string, string>, body });
    let response = await answer(toRequest());
    for (const mistake of mistakes) response = await mistake(response, toRequest());
    if (response.ok) created.push((JSON.parse(body) as { title: string }).title);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const service: Service = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
    requests: 0,
    created,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return service;
}
