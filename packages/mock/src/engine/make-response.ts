import { createRequire } from "node:module";
import { createInstance } from "@stoplight/prism-http";
import type { Operation } from "../document/operation.js";
import {
  type Config,
  components,
  config,
  type PrismAnswer,
  type PrismRequest,
  right,
  run,
  toViolations,
  type Violation,
} from "./engine.js";

/** What to answer with. */
export interface Choice {
  status: number;
  mediaType?: string | undefined;
  /** The name of an example. */
  scenario?: string | undefined;
}

/** What in an answer does not fit its operation. */
export async function checkAnswer(operation: Operation, answer: PrismAnswer): Promise<Violation[]> {
  const instance = createInstance(
    { ...config, validateResponse: true },
    { ...components, mock: () => () => right(answer) },
  );
  return toViolations((await run(instance, anyRequest(operation), operation.prism)).validations.output);
}

const answerer = createInstance({ ...config, validateResponse: true }, components);

/** An answer, and what in it does not fit the operation. */
export type CheckedAnswer = PrismAnswer & { violations: Violation[] };

/** Makes an answer from an example; without one, a sample of the schema. */
export async function exampleAnswer(operation: Operation, choice: Choice): Promise<CheckedAnswer> {
  return makeAnswer(operation, choice, { dynamic: false });
}

let lastGenerated: Promise<unknown> = Promise.resolve();

/** Makes an answer from the schema; the same seed makes the same answer. */
export function generatedAnswer(operation: Operation, choice: Choice, seed: string): Promise<CheckedAnswer> {
  // The generators of Prism are shared by the whole process, so that two answers at once would spoil each other's seed.
  const generated = lastGenerated.then(() => {
    seedFaker(seed);
    return makeAnswer(operation, choice, { dynamic: true, seed });
  });
  lastGenerated = generated.catch(() => {});
  return generated;
}

async function makeAnswer(
  operation: Operation,
  { status, mediaType, scenario }: Choice,
  how: { dynamic: boolean; seed?: string },
): Promise<CheckedAnswer> {
  // Prism writes into this object, so that each call needs its own.
  const mock = {
    ...how,
    code: status,
    ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
    ...(scenario !== undefined && { exampleKey: scenario }),
  };
  const own = { ...config, validateResponse: true, mock } as Config;
  const { output, validations } = await run(answerer, anyRequest(operation), operation.prism, own);
  return { ...output, violations: toViolations(validations.output) };
}

const anyRequest = ({ prism, path }: Operation) => ({ method: prism.method, url: { path } }) as PrismRequest;

/** Prism seeds its generator of schemas, but not the faker that `x-faker` calls. */
function seedFaker(seed: string): void {
  const requireOfPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  const { faker } = requireOfPrism("@faker-js/faker") as { faker: { seed(seed: number[]): void } };
  faker.seed([...seed].map((character) => character.codePointAt(0) ?? 0));
}
