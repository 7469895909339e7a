import { isDeepStrictEqual } from "node:util";
import { type Operation, responseOf, type Spec, type SpecResponse } from "@testsigma-tms/codegen";
import { type Deviation, deviationsOf, jsonOrText, type ReceivedResponse } from "../responses/deviations.ts";

/** One request to a documented operation and its response, without anything secret. */
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

/** Describes a request and its response in the words of the spec. */
export function toExchange(spec: Spec, operation: Operation, sent: unknown, received: ReceivedResponse): Exchange {
  const { status, text } = received;
  return {
    operation: operation.id,
    status,
    requestExamples: examplesLike(exampleOf(sent), operation.requestBody?.content),
    responseExamples: examplesLike(jsonOrText(text), responseOf(operation, status)?.content),
    deviations: deviationsOf(spec, operation, received),
  };
}

/** A body that was sent, as an example shows it. */
function exampleOf(sent: unknown): unknown {
  if (sent instanceof FormData) return Object.fromEntries(sent);
  return typeof sent === "string" ? jsonOrText(sent) : undefined;
}

function examplesLike(body: unknown, content: SpecResponse["content"] = []): string[] {
  return content
    .flatMap(({ examples }) => Object.entries(examples))
    .filter(([, { value }]) => isDeepStrictEqual(value, body))
    .map(([name]) => name);
}
