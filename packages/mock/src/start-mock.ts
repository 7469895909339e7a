/// <reference lib="esnext.disposable" preserve="true" />
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createMock, type Keeping } from "./create-mock.js";
import type { MockControls } from "./mock-controls.js";
import type { BundledMockOptions, ListenOptions, ServerOptions } from "./options/options.js";
import { Rejection } from "./response/rejection.js";
import { respondToMalformedHttp } from "./response/respond-to-malformed-http.js";
import type { Sequences } from "./scenarios/scenario-queue.js";
import type { ScenarioSequences } from "./scenarios/scenario-types.js";

/** A mock that listens. */
export interface MockServer<S = ScenarioSequences> extends MockControls<S>, AsyncDisposable {
  /** Its origin, such as `http://127.0.0.1:4010`. The API is served there and at the documented path, `/api/v1`. */
  readonly url: string;
  /** Stops listening; resolves when the requests in flight are answered. */
  close(): Promise<void>;
}

/**
 * Starts the mock as a silent HTTP server in this process; resolves when it listens. Rejects with a `TypeError` for a wrong
 * option, a `SpecError` for a broken `spec`, and an error that says so for a port in use.
 *
 * @example
 * await using mock = await startMock();
 * const testsigma = createClient({ apiKey: "any key", baseUrl: mock.url });
 */
export function startMock(options?: BundledMockOptions & ListenOptions): Promise<MockServer>;
export function startMock(options: ServerOptions): Promise<MockServer<Sequences>>;
export async function startMock(options: ServerOptions = {}): Promise<MockServer<Sequences>> {
  return listen(options);
}

/** {@link startMock}, for whoever wants to be told of each request. */
export async function listen(options: ServerOptions, keeping?: Keeping): Promise<MockServer<Sequences>> {
  const { port = 0, host = "127.0.0.1" } = options;
  const { respond, ready, requests, play, clear } = createMock(options, keeping);
  // Not loaded by those who need no server.
  const [{ getRequestListener }] = await Promise.all([import("@hono/node-server"), ready]);
  const listener = getRequestListener(respond, {
    // For a request of HTTP 1.0, which may lack a Host.
    hostname: "localhost",
    overrideGlobalObjects: false,
    errorHandler: (error) =>
      new Rejection(400, `Unusable URL or Host header: ${(error as Error).message}`).toResponse(),
  });
  const server = createServer(listener).on("clientError", respondToMalformedHttp).listen(port, host);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw listenError(error, host, port);
  });
  const close = closer(server);
  return { url: urlOf(server), requests, play, clear, close, [Symbol.asyncDispose]: close };
}

function closer(server: Server): () => Promise<void> {
  const unanswered = new Set<ServerResponse>();
  server.on("request", (_, response: ServerResponse) => {
    unanswered.add(response);
    response.once("close", () => unanswered.delete(response));
  });
  let closed: Promise<unknown> | undefined;
  return async () => {
    // A connection that is kept alive after its last answer would hold up the end for seconds.
    for (const response of unanswered) if (!response.headersSent) response.setHeader("Connection", "close");
    closed ??= once(server.close(), "close");
    await closed;
  };
}

function urlOf(server: Server): string {
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
