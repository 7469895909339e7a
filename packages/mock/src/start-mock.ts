import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createHandler } from "./create-handler.js";
import type { ServerOptions } from "./options.js";

/** A running mock server. */
export interface MockServer extends AsyncDisposable {
  /** Where it listens, such as `http://127.0.0.1:4010`. The API is served at `/` and below the documented base path, `/api/v1`. */
  readonly url: string;
  /** Stops listening; resolves when the requests in flight are answered. */
  close(): Promise<void>;
}

/**
 * Starts the mock as an HTTP server in this process; resolves when it listens. Silent.
 *
 * @example
 * await using mock = await startMock();
 * const testsigma = createClient({ apiKey: "any", baseUrl: mock.url });
 */
export async function startMock(options: ServerOptions = {}): Promise<MockServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const handler = await createHandler(options);
  const server = createAdaptorServer({ fetch: handler, overrideGlobalObjects: false }) as Server;
  server.listen(port, host);
  await once(server, "listening");
  const { address, family, port: actualPort } = server.address() as AddressInfo;
  const close = async () => {
    if (!server.listening) return;
    server.close();
    await once(server, "close");
  };
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${actualPort}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}
