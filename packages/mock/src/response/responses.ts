import type { Operation } from "../document/operation.js";
import { SpecError } from "../document/spec-source.js";
import { inOrder } from "../engine/in-order.js";
import {
  type CheckedAnswer,
  type Choice,
  checkAnswer,
  exampleAnswer,
  generatedAnswer,
} from "../engine/make-response.js";
import { plausibleSchema } from "../engine/plausible-schema.js";
import { summarize } from "../request/violations.js";
import { isJson } from "./choose-media-type.js";
import { Rejection } from "./rejection.js";

/** An answer, ready to be sent. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** The parsed body; `undefined` where the document describes none. */
  content: unknown;
  body: string | null;
}

/** How often a generator may try before the example is answered instead. */
const maxTries = 10;

/** The answers of a document's operations. Each fits the document. */
export class Responses {
  readonly #fromExamples = new Map<string, Promise<Answer>>();
  readonly #forGenerating = new Map<string, Operation>();

  /** Makes every answer that has an example; else each is made and checked when it is first asked for. Throws a {@link SpecError} that lists the examples that do not fit. */
  async verifyExamples(operations: Operation[]): Promise<void> {
    const problems: string[] = [];
    for (const operation of operations) {
      for (const { name, status, mediaType } of operation.scenarios.values()) {
        await this.fromExample(operation, { scenario: name, status, mediaType }).catch((error: Error) => {
          problems.push(error.message);
        });
      }
    }
    if (problems.length > 0) throw new SpecError(problems.join("\n"));
  }

  /** The answer of an example; without one, a sample of the schema. Made and checked once. */
  fromExample(operation: Operation, choice: Choice): Promise<Answer> {
    const { status, mediaType, scenario } = choice;
    const key = JSON.stringify([operation.id, status, mediaType, scenario]);
    const known = this.#fromExamples.get(key);
    if (known) return known;
    const made = this.#makeFromExample(operation, choice);
    this.#fromExamples.set(key, made);
    return made;
  }

  async #makeFromExample(operation: Operation, choice: Choice): Promise<Answer> {
    const answer = await exampleAnswer(operation, choice);
    if (answer.violations.length === 0) return toAnswer(answer, choice);
    const problem = `does not fit its schema: ${summarize(answer.violations)}.`;
    if (choice.scenario)
      throw new SpecError(`The example "${choice.scenario}" of ${operation.id} (${choice.status}) ${problem}`);
    const generated = await this.#generate(operation, choice, "");
    if (generated) return generated;
    throw new Rejection(
      500,
      `A sample of ${operation.id} (${choice.status}) ${problem} Add an example to the document.`,
    );
  }

  /** A generated answer; where the generator makes none that fits, the answer of the example. */
  async generated(operation: Operation, choice: Choice, seed: string): Promise<Answer> {
    return (await this.#generate(operation, choice, seed)) ?? this.fromExample(operation, choice);
  }

  async #generate(operation: Operation, choice: Choice, seed: string): Promise<Answer | undefined> {
    const plausible = this.#forGenerating.get(operation.id) ?? withPlausibleResponses(operation);
    this.#forGenerating.set(operation.id, plausible);
    for (let tries = 0; tries < maxTries; tries++) {
      const answer = await generatedAnswer(plausible, choice, `${seed}:${tries}`).catch(() => undefined);
      if (answer?.violations.length !== 0) continue;
      const body = inOrder(answer.body);
      if ((await checkAnswer(operation, { ...answer, body })).length === 0)
        return toAnswer({ ...answer, body }, choice);
    }
    return undefined;
  }
}

function withPlausibleResponses(operation: Operation): Operation {
  const { prism } = operation;
  const bundled = prism as { __bundled__?: object };
  const responses = prism.responses.map((response) => ({
    ...response,
    contents: response.contents?.map(({ schema, examples = [], ...content }) => ({
      ...content,
      examples: [],
      schema: plausibleSchema(
        schema,
        examples.map((example) => ("value" in example ? example.value : undefined)),
      ),
    })),
  }));
  const __bundled__ = Object.fromEntries(
    Object.entries(bundled.__bundled__ ?? {}).map(([name, schema]) => [name, plausibleSchema(schema)]),
  );
  return { ...operation, prism: { ...prism, responses, __bundled__ } as Operation["prism"] };
}

function toAnswer({ statusCode, headers = {}, body }: CheckedAnswer, { mediaType }: Choice): Answer {
  const isEmpty = body === undefined || statusCode === 204 || statusCode === 304;
  const isText = typeof body === "string" && mediaType !== undefined && !isJson(mediaType);
  const sent = Object.entries(headers)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    // Prism calls an answer without content text/plain.
    .filter(([name]) => !(isEmpty && name === "content-type"));
  return {
    status: statusCode,
    headers: Object.fromEntries(sent),
    content: body,
    body: isEmpty ? null : isText ? body : JSON.stringify(body),
  };
}
