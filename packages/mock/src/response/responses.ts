import { type Operation, responseFor, type Schema, type SpecResponse } from "../document/operation.js";
import { SpecError } from "../document/spec-source.js";
import type { Generator } from "../engine/generator.js";
import type { SchemaChecks, SchemaError } from "../engine/schema-checks.js";
import { type Choice, type MockResponse, toMockResponse } from "./mock-response.js";
import { Rejection } from "./rejection.js";

/** How often generated data may miss its schema before the example is sent instead. */
const maxTries = 20;

/** The responses of a document's operations. Each matches the spec. */
export class Responses {
  readonly #checks: SchemaChecks;
  readonly #generator: Generator;
  readonly #areExamplesChecked: boolean;
  readonly #fromExamples = new WeakMap<Operation, Map<string, Promise<MockResponse>>>();

  /** @param areExamplesChecked whether the examples of the document are known to match their schemas */
  constructor(checks: SchemaChecks, generator: Generator, areExamplesChecked: boolean) {
    this.#checks = checks;
    this.#generator = generator;
    this.#areExamplesChecked = areExamplesChecked;
  }

  /** The response of an example; without one, a sample of the schema. Made and checked once. */
  fromExample(operation: Operation, choice: Choice): Promise<MockResponse> {
    const known = this.#fromExamples.get(operation) ?? new Map<string, Promise<MockResponse>>();
    this.#fromExamples.set(operation, known);
    const key = `${choice.status} ${choice.mediaType} ${choice.scenario}`;
    const made = known.get(key) ?? this.#make(operation, choice);
    known.set(key, made);
    return made;
  }

  async #make(operation: Operation, choice: Choice): Promise<MockResponse> {
    const { schema, examples } = contentOf(operation, choice) ?? {};
    const headers = await this.#headers(responseFor(operation, choice.status));
    if (!examples) return toMockResponse(choice, undefined, headers);
    const [name, value] =
      choice.scenario === undefined ? ([...examples][0] ?? []) : [choice.scenario, examples.get(choice.scenario)];
    if (name === undefined) return toMockResponse(choice, await this.#sample(operation, choice, schema), headers);
    const errors = schema && !this.#areExamplesChecked ? this.#checks.response(schema, value) : [];
    if (errors.length > 0) {
      const called = name === "" ? "The example" : `The example "${name}"`;
      throw new SpecError(
        `${called} of ${operation.id} (${choice.status}) does not match its schema: ${list(errors)}.`,
      );
    }
    return toMockResponse(choice, value, headers);
  }

  async #sample(operation: Operation, { status }: Choice, schema: Schema | undefined): Promise<unknown> {
    if (!schema) return undefined;
    let errors: SchemaError[] = [];
    for (const onlyRequired of [false, true]) {
      const value = await this.#generator.sample(schema, onlyRequired).catch(() => undefined);
      errors = this.#checks.response(schema, value);
      if (errors.length === 0) return value;
    }
    const generated = await this.#tryToGenerate(schema, [], "");
    if (generated !== undefined) return generated;
    const problem = `does not match its schema: ${list(errors)}. Add an example to the document.`;
    throw new Rejection(500, `A sample of ${operation.id} (${status}) ${problem}`);
  }

  /** A generated response; where the generator makes none that matches, the response of the example. */
  async generated(operation: Operation, choice: Choice, seed: string): Promise<MockResponse> {
    const { schema, examples = new Map() } = contentOf(operation, choice) ?? {};
    const content = schema && (await this.#tryToGenerate(schema, [...examples.values()], seed));
    if (content === undefined) return this.fromExample(operation, choice);
    return toMockResponse(choice, content, await this.#headers(responseFor(operation, choice.status)));
  }

  async #tryToGenerate(schema: Schema, examples: unknown[], seed: string): Promise<unknown> {
    for (let tries = 0; tries < maxTries; tries++) {
      const content = await this.#generator.generate(schema, examples, `${seed}:${tries}`).catch(() => undefined);
      if (content !== undefined && this.#checks.response(schema, content).length === 0) return content;
    }
    return undefined;
  }

  /** What in the content of a response does not match the spec. */
  check(operation: Operation, choice: Choice, content: unknown): SchemaError[] {
    const schema = contentOf(operation, choice)?.schema;
    return schema ? this.#checks.response(schema, content) : [];
  }

  /** The headers that the spec shows an example of, and the required ones. */
  async #headers(response: SpecResponse | undefined): Promise<Record<string, string>> {
    const headers: Record<string, string> = {};
    for (const { name, required, schema, example } of response?.headers ?? []) {
      const shown = example ?? (Array.isArray(schema.examples) ? schema.examples[0] : schema.example) ?? schema.default;
      const value = shown ?? (required ? await this.#generator.sample(schema, true) : undefined);
      if (value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
    }
    return headers;
  }
}

const contentOf = (operation: Operation, { status, mediaType }: Choice) =>
  responseFor(operation, status)?.contents.find((content) => content.mediaType === mediaType);

const list = (errors: SchemaError[]) =>
  errors
    .map(({ path, message }) => `Response ${path.length > 0 ? `body property ${path.join(".")}` : "body"} ${message}`)
    .join("; ");
