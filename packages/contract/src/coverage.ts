import type { Exchange } from "./exchange.ts";
import { type Content, type Operation, testFileOf } from "./operations.ts";

/** One thing that the API description promises of an operation, and a contract test has to exercise. */
export interface Promised {
  kind: "operation" | "request example" | "status" | "response example";
  name: string;
  isExercised: (exchange: Exchange) => boolean;
  /** What to do where no contract test exercises it. */
  remedy: string;
}

/** Everything that the contract test of an operation has to exercise. */
export function promisesOf(operation: Operation): Promised[] {
  const { id, requestBody, responses } = operation;
  const promise = (
    kind: Promised["kind"],
    name: string,
    missing: string,
    isExercised: (exchange: Exchange) => boolean,
  ): Promised => ({
    kind,
    name,
    isExercised: (exchange) => exchange.operation === id && isExercised(exchange),
    remedy: `No contract test ${missing}. Write one in ${testFileOf(operation)}.`,
  });

  return [
    promise("operation", id, `calls ${id}`, () => true),
    ...exampleNames(requestBody?.content).map((name) =>
      promise("request example", name, `sends ${id} the request example "${name}"`, ({ requestExamples }) =>
        requestExamples.includes(name),
      ),
    ),
    ...Object.entries(responses).flatMap(([status, { content }]) => [
      promise("status", status, `has ${id} answer ${status}`, (exchange) => fits(exchange.status, status)),
      ...exampleNames(content).map((name) =>
        promise(
          "response example",
          name,
          `has ${id} answer the example "${name}" (${status})`,
          (exchange) => fits(exchange.status, status) && exchange.responseExamples.includes(name),
        ),
      ),
    ]),
  ];
}

/** How much is exercised, such as `1 of 1 operations, 5 of 6 statuses`. */
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

const exampleNames = (content: Record<string, Content> = {}) =>
  Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples));

const fits = (status: number, documented: string) =>
  documented === "default" || new RegExp(`^${documented.replace(/X/gi, "\\d")}$`).test(String(status));
