import type { IncomingMessage, ServerResponse } from "node:http";
import type { BodyReader, MockRequest, RequestHeaders } from "../http/mock-request.js";
import { Rejection } from "../http/rejection.js";

/**
 * A request of Node's server for the mock. The constructor throws a {@link Rejection} for an unusable URL or host.
 *
 * It is a class because V8 makes a hidden class for every literal with a getter, which keeps the request in memory for
 * long.
 */
export class NodeRequest implements MockRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: RequestHeaders;
  readonly body: BodyReader | undefined;
  readonly #response: ServerResponse;
  #signal: AbortSignal | undefined;

  constructor(incoming: IncomingMessage, response: ServerResponse) {
    const { method = "GET", headers } = incoming;
    const hasBody = headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
    this.method = method;
    this.url = urlOf(incoming);
    this.headers = new NodeHeaders(incoming);
    this.body = hasBody ? readerOf(incoming) : undefined;
    this.#response = response;
  }

  /** Created on first use: most requests finish without it. */
  get signal(): AbortSignal {
    this.#signal ??= abortOnClose(this.#response);
    return this.#signal;
  }
}

/** Leaves the connection open if the mock stops reading, so that the caller still gets its response. */
function readerOf(incoming: IncomingMessage): BodyReader {
  return (take) =>
    new Promise((resolve, reject) => {
      const read = (piece: Buffer) => {
        if (take(piece)) return;
        incoming.off("data", read).pause();
        resolve();
      };
      incoming.on("data", read);
      incoming.on("end", resolve);
      // Also emitted if the caller disconnects before the end.
      incoming.on("error", reject);
    });
}

function urlOf({ url = "", headers }: IncomingMessage): URL {
  // An HTTP 1.0 request may lack a Host header.
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
