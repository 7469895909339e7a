import { type Exchange, toExchange } from "./exchange.ts";
import { findOperation } from "./find-operation.ts";
import type { Operation } from "./operations.ts";

/** Sends a request, as `fetch` does. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** Puts down every exchange with a documented operation. */
export function recordingFetch(send: Send, operations: Operation[], baseUrl: string, exchanges: Exchange[]): Send {
  return async (url, init) => {
    const response = await send(url, init);
    const operation = findOperation(operations, init.method ?? "GET", url.slice(baseUrl.length));
    if (operation) {
      const sent = typeof init.body === "string" ? jsonOrText(init.body) : undefined;
      const received = jsonOrText(await response.clone().text());
      exchanges.push(toExchange(operation, response.status, sent, received));
    }
    return response;
  };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
