import type { Exchange } from "./exchange.ts";
import { type Operation, testFileOf } from "./operations.ts";

/** One thing that the API description promises and a contract test should exercise. */
export interface Promised {
  kind: "operation" | "status" | "response example" | "request example";
  /** Such as `createTestRun answers 404`. */
  what: string;
  isExercised: (exchange: Exchange) => boolean;
  /** What to do where no contract test exercises it. */
  remedy: string;
}

/** Everything in an operation's description that a contract test should exercise. */
export function promisesOf(operation: Operation): Promised[] {
  const { id, requestBody, responses } = operation;
  const file = testFileOf(operation);
  const isOurs = ({ operation }: Exchange) => operation === id;
  const requestExamples = examplesOf(requestBody?.content);
  const statuses = Object.entries(responses);
  return [
    {
      kind: "operation",
      what: id,
      isExercised: isOurs,
      remedy: `No contract test calls ${id}. Write one in ${file}.`,
    },
    ...requestExamples.map(
      (name): Promised => ({
        kind: "request example",
        what: `${id} takes ${name}`,
        isExercised: (exchange) => isOurs(exchange) && exchange.requestExample === name,
        remedy: `No contract test sends the request example "${name}" to ${id}. Add one to ${file}.`,
      }),
    ),
    ...statuses.flatMap(([status, response]): Promised[] => [
      {
        kind: "status",
        what: `${id} answers ${status}`,
        isExercised: (exchange) => isOurs(exchange) && fits(exchange.status, status),
        remedy: `No contract test has ${id} answer ${status}. Add one to ${file}.`,
      },
      ...examplesOf(response.content).map(
        (name): Promised => ({
          kind: "response example",
          what: `${id} answers ${name}`,
          isExercised: (exchange) =>
            isOurs(exchange) && fits(exchange.status, status) && exchange.responseExample === name,
          remedy: `No contract test has ${id} answer the example "${name}". Add one to ${file}: the scenario has this name.`,
        }),
      ),
    ]),
  ];
}

const examplesOf = (content: Record<string, { examples?: object }> = {}) =>
  Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples));

const fits = (status: number, documented: string) =>
  documented === "default" || new RegExp(`^${documented.replace(/X/gi, "\\d")}$`).test(String(status));
