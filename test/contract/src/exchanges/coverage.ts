import type { Operation, SpecResponse } from "@testsigma-tms/codegen";
import { contentOf } from "../spec/content-of.ts";
import type { Exchange } from "./exchange.ts";

/** An item of an operation in the spec that the suite has to exercise. */
export interface Promised {
  kind: "operation" | "request example" | "status" | "response example";
  operation: string;
  name: string;
  isExercised: (exchange: Exchange) => boolean;
}

/** Lists everything about an operation that the suite has to exercise. */
export function promisesOf({ id, requestBody, responses }: Operation): Promised[] {
  const promise = (kind: Promised["kind"], name: string, isExercised: (exchange: Exchange) => boolean): Promised => ({
    kind,
    operation: id,
    name,
    isExercised: (exchange) => exchange.operation === id && isExercised(exchange),
  });
  return [
    promise("operation", id, () => true),
    ...exampleNames(requestBody?.content).map((name) =>
      promise("request example", name, ({ requestExamples }) => requestExamples.includes(name)),
    ),
    ...responses.flatMap((response) => {
      const { status } = response;
      return [
        promise("status", status, (exchange) => fits(exchange.status, status)),
        ...exampleNames(contentOf(response)).map((name) =>
          promise(
            "response example",
            name,
            (exchange) => fits(exchange.status, status) && exchange.responseExamples.includes(name),
          ),
        ),
      ];
    }),
  ];
}

/** Returns how much is exercised, such as `1 of 1 operations, 5 of 6 statuses`. */
export function summarizeCoverage(promises: Promised[], exchanges: Exchange[]): string {
  const kinds = [...new Set(promises.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const all = promises.filter((promised) => promised.kind === kind);
      const exercised = all.filter(({ isExercised }) => exchanges.some(isExercised));
      return `${exercised.length} of ${all.length} ${kind === "status" ? "statuses" : `${kind}s`}`;
    })
    .join(", ");
}

const exampleNames = (content: SpecResponse["content"] = []) =>
  content.flatMap(({ examples }) => Object.keys(examples));

const fits = (status: number, documented: string) =>
  documented === "default" || new RegExp(`^${documented.replace(/X/gi, "\\d")}$`).test(String(status));
