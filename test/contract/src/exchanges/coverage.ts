import type { Operation, SpecResponse } from "@testsigma-tms/codegen";
import { contentOf } from "../spec/content-of.ts";
import type { Exchange } from "./exchange.ts";

/** The kinds of promises that the spec makes. */
export const promiseKinds = ["operation", "request example", "status", "response example"];

/** Lists everything about an operation that the suite has to exercise, such as `createTestRun: status 200`. */
export function promisesOf({ id, requestBody, responses }: Operation): string[] {
  return [
    "operation",
    ...exampleNames(requestBody?.content).map((name) => `request example ${name}`),
    ...responses.flatMap((response) => [
      `status ${response.status}`,
      ...exampleNames(contentOf(response)).map((name) => `response example ${name}`),
    ]),
  ].map((promise) => `${id}: ${promise}`);
}

const exampleNames = (content: SpecResponse["content"] = []) =>
  content.flatMap(({ examples }) => Object.keys(examples));

/** Lists the promises that no exchange exercised. */
export function unexercised(promises: string[], exchanges: Exchange[]): string[] {
  const exercised = new Set(exchanges.flatMap((exchange) => exchange.exercised));
  return promises.filter((promise) => !exercised.has(promise));
}
