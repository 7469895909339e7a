import { isDeepStrictEqual } from "node:util";
import { type Content, type Operation, responseOf } from "./operations.ts";

/** One request to a documented operation and its answer, without anything secret. */
export interface Exchange {
  /** The `operationId`. */
  operation: string;
  status: number;
  /** The name of the request example that was sent; absent where the body is none of them. */
  requestExample?: string;
  /** The name of the response example that came; absent where the body is none of them. */
  responseExample?: string;
}

/** Puts down a request and its answer in the words of the API description. */
export function toExchange(operation: Operation, status: number, sent: unknown, received: unknown): Exchange {
  const requestExample = exampleOf(operation.requestBody?.content, sent);
  const responseExample = exampleOf(responseOf(operation, status)?.content, received);
  return {
    operation: operation.id,
    status,
    ...(requestExample && { requestExample }),
    ...(responseExample && { responseExample }),
  };
}

function exampleOf(content: Record<string, Content> = {}, body: unknown): string | undefined {
  return Object.values(content)
    .flatMap(({ examples = {} }) => Object.entries(examples))
    .find(([, { value }]) => isDeepStrictEqual(value, body))?.[0];
}
