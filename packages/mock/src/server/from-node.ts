import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyReader, MockRequest, RequestHeaders } from "../request/mock-request.js";
import { Rejection } from "../response/rejection.js";

/** Takes a request of Node's server for the mock. Throws a {@link Rejection} for one whose URL or host is unusable. */
export function fromNode(incoming: IncomingMessage, response: ServerResponse): MockRequest {
  const { method = "GET", headers } = incoming;
  const hasBody = headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
  let signal: AbortSignal | undefined;
  return {
    method,
    url: urlOf(incoming),
    headers: new NodeHeaders(incoming),
    body: hasBody ? readerOf(incoming) : undefined,
    // Most requests are over before anything needs it.
    get signal() {
      signal ??= abortOnClose(response);
      return signal;
    },
  };
}

/** Does not end the connection where the mock stops reading, so that the caller still gets its response. */
function readerOf(incoming: IncomingMessage): BodyReader {
  return (take) =>
    new Promise((resolve, reject) => {
      incoming.on("data", (piece) => {
        if (take(piece)) return;
        incoming.pause();
        resolve();
      });
      incoming.on("end", resolve);
      // Also where the caller goes away before the end.
      incoming.on("error", reject);
    });
}

function urlOf({ url = "", headers }: IncomingMessage): URL {
  // A request of HTTP 1.0 may lack a Host.
  const host = headers.host ?? "localhost";
  const text = url.startsWith("/") ? `http://${host}${url}` : url;
  const isPlain = /^[\x21-\x7e]+$/.test(text) && /^[\w.:[\]-]+$/.test(host);
  const parsed = isPlain && /^https?:/.test(text) ? parse(text) : undefined;
  if (parsed) return parsed;
  throw new Rejection(
    400,
    `The URL or the Host header is unusable: ${JSON.stringify(url)} at ${JSON.stringify(host)}.`,
  );
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

class NodeHeaders implements RequestHeaders {
  readonly #incoming: IncomingMessage;

  constructor(incoming: IncomingMessage) {
    this.#incoming = incoming;
  }

  get(name: string): string | null {
    const value = this.#incoming.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  *[Symbol.iterator](): Iterator<[string, string]> {
    for (const name of Object.keys(this.#incoming.headers)) yield [name, this.get(name) ?? ""];
  }
}

function abortOnClose(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const abort = () => {
    if (!response.writableFinished) controller.abort();
  };
  if (response.destroyed) abort();
  else response.once("close", abort);
  return controller.signal;
}
