import { type Exchange, toExchange } from "./exchange.ts";
import { findOperation } from "./find-operation.ts";
import type { Operation } from "./operations.ts";

/** Sends a request, as `fetch` does. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** Puts down every exchange with a documented operation. */
export function recordingFetch(send: Send, operations: Operation[], exchanges: Exchange[]): Send {
  return async (url, init) => {
    const response = await send(url, init);
    const operation = findOperation(operations, init.method ?? "GET", new URL(url).pathname);
    if (operation) {
      const { status, headers } = response;
      const text = await response.clone().text();
      exchanges.push(toExchange(operation, init.body, { status, headers, text }));
    }
    return response;
  };
}
