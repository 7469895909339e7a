import { isDeepStrictEqual } from "node:util";
import { type Operation, responseFor, type Spec, type SpecResponse } from "@testsigma-tms/codegen";
import { type Deviation, deviationsOf, jsonOrText, type ReceivedResponse } from "../responses/deviations.ts";

/** A request to a documented operation and its response, without secrets. */
export interface Exchange {
  /** The `operationId`. */
  operation: string;
  status: number;
  /** The promises of the spec that it exercises, such as `createTestRun: status 200`. */
  exercised: string[];
  deviations: Deviation[];
}

/**
 * Describes a request and its response in terms of the spec.
 *
 * @param sent the body, in the form in which examples show it
 */
export function toExchange(spec: Spec, operation: Operation, sent: unknown, received: ReceivedResponse): Exchange {
  const { status, text } = received;
  const documented = responseFor(operation, status);
  const exercised = [
    "operation",
    ...examplesLike(sent, operation.requestBody?.content).map((name) => `request example ${name}`),
    ...(documented ? [`status ${documented.status}`] : []),
    ...examplesLike(jsonOrText(text), documented?.content).map((name) => `response example ${name}`),
  ];
  return {
    operation: operation.id,
    status,
    exercised: exercised.map((promise) => `${operation.id}: ${promise}`),
    deviations: deviationsOf(spec, operation, received),
  };
}

/** Converts a sent body to the form in which examples show it: JSON, or the parts of a form with files as text. */
export async function asExample({ body, headers = {} }: RequestInit): Promise<unknown> {
  if (typeof body === "string") return jsonOrText(body);
  if (!(body instanceof ArrayBuffer)) return undefined;
  const form = await new Response(body, { headers }).formData();
  const parts = [...form].map(async ([name, part]) => [name, typeof part === "string" ? part : await part.text()]);
  return Object.fromEntries(await Promise.all(parts));
}

function examplesLike(body: unknown, content: SpecResponse["content"] = []): string[] {
  return content
    .flatMap(({ examples }) => Object.entries(examples))
    .filter(([, { value }]) => isDeepStrictEqual(withDataOfParts(value), withDataOfParts(body)))
    .map(([name]) => name);
}

/** Replaces each property that is JSON as text by its data: an example shows the parts of a form in either way. */
const withDataOfParts = (body: unknown) =>
  typeof body === "object" && body !== null && !Array.isArray(body)
    ? Object.fromEntries(
        Object.entries(body).map(([name, part]) => [name, typeof part === "string" ? jsonOrText(part) : part]),
      )
    : body;
