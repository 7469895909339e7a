import { isDeepStrictEqual } from "node:util";
import { type Deviation, deviationsOf, type ReceivedAnswer } from "./deviations.ts";
import { type Content, type Operation, responseOf } from "./operations.ts";

/** One request to a documented operation and its answer, without anything secret. */
export interface Exchange {
  /** The `operationId`. */
  operation: string;
  status: number;
  /** The names of the request examples that equal the body. */
  requestExamples: string[];
  /** The names of the response examples of this status that equal the body. */
  responseExamples: string[];
  deviations: Deviation[];
}

/** Puts down a request and its answer in the words of the API description. */
export function toExchange(operation: Operation, sent: unknown, answer: ReceivedAnswer): Exchange {
  const { status, text } = answer;
  return {
    operation: operation.id,
    status,
    requestExamples: examplesLike(jsonOrText(String(sent)), operation.requestBody?.content),
    responseExamples: examplesLike(jsonOrText(text), responseOf(operation, status)?.content),
    deviations: deviationsOf(operation, answer),
  };
}

function examplesLike(body: unknown, content: Record<string, Content> = {}): string[] {
  return Object.values(content)
    .flatMap(({ examples = {} }) => Object.entries(examples))
    .filter(([, { value }]) => isDeepStrictEqual(value, body))
    .map(([name]) => name);
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
