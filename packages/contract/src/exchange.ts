import { isDeepStrictEqual } from "node:util";
import { type Deviation, deviationsOf, type ReceivedAnswer } from "./deviations.ts";
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
  deviations: Deviation[];
}

/** Puts down a request and its answer in the words of the API description. */
export function toExchange(operation: Operation, sent: unknown, answer: ReceivedAnswer): Exchange {
  const { status, text } = answer;
  const requestExample = exampleOf(operation.requestBody?.content, jsonOrText(String(sent)));
  const responseExample = exampleOf(responseOf(operation, status)?.content, jsonOrText(text));
  return {
    operation: operation.id,
    status,
    ...(requestExample && { requestExample }),
    ...(responseExample && { responseExample }),
    deviations: deviationsOf(operation, answer),
  };
}

function exampleOf(content: Record<string, Content> = {}, body: unknown): string | undefined {
  return Object.values(content)
    .flatMap(({ examples = {} }) => Object.entries(examples))
    .find(([, { value }]) => isDeepStrictEqual(value, body))?.[0];
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
