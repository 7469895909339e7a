import { operationsOf, resolve } from "../src/openapi.ts";
import { description } from "./built-docs.ts";

/** The `message` of every error example in the description. */
export function errorMessages(): string[] {
  const messages = operationsOf(description).flatMap(({ operation }) =>
    Object.entries(operation.responses)
      .filter(([status]) => status >= "400")
      .flatMap(([, response]) =>
        Object.values(resolve(description, response).content?.["application/json"]?.examples ?? {}),
      )
      .map((example) => (resolve(description, example).value as { message: string }).message),
  );
  return [...new Set(messages)];
}
