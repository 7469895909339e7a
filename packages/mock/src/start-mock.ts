/// <reference lib="esnext.disposable" preserve="true" />
import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { testsigmaApi } from "./api/api.js";
import { isControl, respondToControl } from "./control/respond-to-control.js";
import { createMock, type Door, type MockControls } from "./create-mock.js";
import type { MockRequest } from "./http/mock-request.js";
import type { MockResponse } from "./http/mock-response.js";
import { Rejection } from "./http/rejection.js";
import type { ServerOptions } from "./options/options.js";
import { checkHost } from "./request/check-host.js";
import { Disruption } from "./scenarios/transport-scenarios.js";
import { watch } from "./server/close-server.js";
import { createServer } from "./server/node-http.js";
import { NodeRequest } from "./server/node-request.js";
import { respondToMalformedHttp } from "./server/respond-to-malformed-http.js";

/** A running mock server. */
export interface MockServer extends MockControls, AsyncDisposable {
  /** Its base URL, such as `http://127.0.0.1:4010/api/v1`. The API is served only there. */
  readonly url: string;
  /**
   * Stops listening; resolves when all requests that have arrived have their response. Slow connections are closed
   * after a second.
   */
  close(): Promise<void>;
}

/**
 * Starts the mock as an HTTP server in this process, which logs nothing; resolves when it listens. Rejects with a
 * `TypeError` for a wrong option, and with an error that says so if the port is in use.
 *
 * @example
 * await using mock = await startMock();
 * const testsigma = createClient({ apiKey: "any-key", baseUrl: mock.url });
 */
export function startMock(options: ServerOptions = {}): Promise<MockServer> {
  return listen(options);
}

/** Starts the server of {@link startMock}; the command also passes an observer, and tests can pass another API. */
export async function listen(options: ServerOptions, { api = testsigmaApi, observe }: Door = {}): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1", controlToken } = options;
  const mock = createMock(options, { api, ...(observe && { observe }), checkUrl: (url) => checkHost(url, host) });
  const server = createServer();
  const connections = watch(server);
  server.on("request", async (incoming, response) => {
    try {
      const request = new NodeRequest(incoming, response);
      send(await route(request, incoming.socket.remoteAddress), response, incoming);
    } catch (error) {
      const rejection = error instanceof TypeError ? new Rejection(400, error.message) : error;
      if (rejection instanceof Rejection) return send(rejection.toMockResponse(), response, incoming);
      connections.forget(response);
      const isSilent = error instanceof Disruption && error.kind === "timeout";
      // Also if the caller has given up.
      if (!isSilent) response.socket?.resetAndDestroy();
    }
  });
  /** Routes a request to the control API, the start page or the mock; the first two are outside the base path. */
  async function route(request: MockRequest, remoteAddress: string | undefined): Promise<MockResponse> {
    const { method, url } = request;
    if (isControl(url)) return respondToControl(request, { mock, remoteAddress, controlToken });
    if (method !== "GET" || url.pathname !== "/") return mock.respond(request);
    checkHost(url, host);
    const { startPage } = await import("./server/start-page.js");
    return startPage(api);
  }
  server.on("clientError", respondToMalformedHttp).listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, host, port);
  });
  const { close } = connections;
  const { requests, play, pending, clear } = mock;
  const url = originOf(server) + api.basePaths[0];
  return { requests, play, pending, clear, url, close, [Symbol.asyncDispose]: close };
}

/** How long the rest of a request that already has its response may take to arrive, in milliseconds. */
const lingerMs = 1000;

/** Sends a response. Before its request has arrived, the connection stays open for the rest, because closing it would reset it. */
function send({ status, headers, body }: MockResponse, response: ServerResponse, incoming: IncomingMessage): void {
  if (!incoming.complete) response.setHeader("connection", "close");
  const length =
    body === null ? undefined : { "content-length": typeof body === "string" ? Buffer.byteLength(body) : body.length };
  response.writeHead(status, { ...headers, ...length });
  if (incoming.complete) {
    response.end(body ?? undefined);
    return;
  }
  response.write(body ?? "");
  const timer = setTimeout(() => response.end(), lingerMs);
  incoming.resume().once("close", () => {
    clearTimeout(timer);
    response.end();
  });
}

function originOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: "the port is in use; take another, or 0 for any free one",
    EACCES: "the port needs more rights; take one above 1023, or 0 for any free one",
    EADDRNOTAVAIL: "this machine has no such address",
    ENOTFOUND: "there is no such host",
  };
  const reason = reasons[cause.code ?? ""] ?? cause.message;
  return new Error(`The mock cannot listen on ${host}:${port}: ${reason}.`, { cause });
}
