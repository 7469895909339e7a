import type { Spec } from "@testsigma-tms/codegen";
import type { Send } from "../send.ts";
import { findOperation } from "../spec/find-operation.ts";
import { asExample, type Exchange, toExchange } from "./exchange.ts";

/** Records every exchange with a documented operation. */
export function recordingFetch(send: Send, spec: Spec, exchanges: Exchange[]): Send {
  return async (url, init) => {
    const response = await send(url, init);
    const operation = findOperation(spec.operations, init.method ?? "GET", new URL(url).pathname);
    if (operation) {
      const { status, headers } = response;
      const text = await response.clone().text();
      exchanges.push(toExchange(spec, operation, await asExample(init), { status, headers, text }));
    }
    return response;
  };
}
