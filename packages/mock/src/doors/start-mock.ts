/// <reference lib="esnext.disposable" preserve="true" />
import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { testsigmaApi } from "../api.js";
import { Disruption } from "../choose/transport-scenarios.js";
import { checkHost } from "../http/hosts.js";
import { type MockResponse, Rejection } from "../http/response.js";
import { createMock, type Door, type MockControls } from "../mock/create-mock.js";
import type { ServerOptions } from "../mock/options.js";
import { watch } from "./close-server.js";
import { createServer, readNodeRequest } from "./read-node-request.js";
import { isControl, respondToControl } from "./respond-to-control.js";

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

/** Starts the server of {@link startMock}; the command also passes an observer. */
export async function listen(options: ServerOptions, { observe }: Pick<Door, "observe"> = {}): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1", controlToken, bodyLimit } = options;
  const mock = createMock(options, { ...(observe && { observe }), checkUrl: (url) => checkHost(url, host) });
  const server = createServer();
  const connections = watch(server);
  server.on("request", async (incoming, outgoing) => {
    try {
      const request = await readNodeRequest(incoming, outgoing, bodyLimit);
      const { remoteAddress } = incoming.socket;
      const context = { mock, remoteAddress, controlToken };
      send(isControl(request) ? respondToControl(request, context) : await mock.respond(request), outgoing, incoming);
    } catch (error) {
      if (error instanceof Rejection) return send(error.response, outgoing, incoming);
      connections.forget(outgoing);
      const isSilent = error instanceof Disruption && error.kind === "timeout";
      // Also if the caller has given up.
      if (!isSilent) outgoing.socket?.resetAndDestroy();
    }
  });
  server.listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, host, port);
  });
  const { close } = connections;
  const url = originOf(server) + testsigmaApi.basePaths[0];
  return { ...mock.controls, url, close, [Symbol.asyncDispose]: close };
}

/** How long the rest of a request that already has its response may take to arrive, in milliseconds. */
const lingerMs = 1000;

/** Sends a response. Before its request has arrived, the connection stays open for the rest, because closing it would reset it. */
function send({ status, headers, body }: MockResponse, outgoing: ServerResponse, incoming: IncomingMessage): void {
  const length = body === null ? {} : { "content-length": Buffer.byteLength(body) };
  if (incoming.complete) {
    outgoing.writeHead(status, { ...headers, ...length }).end(body ?? undefined);
    return;
  }
  outgoing.writeHead(status, { ...headers, ...length, connection: "close" }).write(body ?? "");
  const timer = setTimeout(() => outgoing.end(), lingerMs);
  incoming.resume().once("close", () => {
    clearTimeout(timer);
    outgoing.end();
  });
}

function originOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Record<string, string> = {
    EADDRINUSE: "the port is in use; use another, or 0 for any free one",
    EACCES: "ports below 1024 need more privileges; use another, or 0 for any free one",
    EADDRNOTAVAIL: "this machine has no such address",
    ENOTFOUND: "there is no such host",
  };
  const reason = reasons[cause.code ?? ""] ?? cause.message;
  return new Error(`The mock cannot listen on ${host}:${port}: ${reason}.`, { cause });
}
