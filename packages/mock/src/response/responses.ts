import { type Content, type Operation, responseFor } from "../api/operation.js";
import { encodeOnce, type MockResponse, toMockResponse } from "../http/mock-response.js";
import type { SchemaChecks, SchemaError } from "../request/schema-checks.js";
import type { Generator } from "./generator.js";
import { asksForPage, page } from "./page.js";

/** Identifies a response of an operation. */
export interface ResponseKey {
  status: number;
  mediaType: string | undefined;
  /** The name of an example. @default the first one */
  scenario?: string | undefined;
}

/** The maximum number of attempts to generate data that matches its schema; after them, the example is sent. */
const maxTries = 20;

/** Makes the responses of operations. Each matches the spec. */
export class Responses {
  readonly #checks: SchemaChecks;
  readonly #generator: Generator;
  readonly #fromExamples = new WeakMap<Operation, Map<string, MockResponse>>();
  readonly #firstPages = new WeakMap<MockResponse, MockResponse>();

  constructor(checks: SchemaChecks, generator: Generator) {
    this.#checks = checks;
    this.#generator = generator;
  }

  /** Returns the response of an example; cached. Tests have checked that the examples match their schemas. */
  fromExample(operation: Operation, choice: ResponseKey): MockResponse {
    const known = this.#fromExamples.get(operation) ?? new Map<string, MockResponse>();
    this.#fromExamples.set(operation, known);
    const key = `${choice.status} ${choice.mediaType} ${choice.scenario}`;
    const response = known.get(key) ?? makeFromExample(operation, choice);
    known.set(key, response);
    return response;
  }

  /** Returns the response of a scenario, which must be an example of the operation. */
  ofScenario(operation: Operation, name: string): MockResponse {
    const scenario = operation.scenarios.get(name);
    if (!scenario) throw new Error(`${operation.id} has no scenario ${name}.`);
    return this.fromExample(operation, { ...scenario, scenario: name });
  }

  /** Returns the default response: the first example; for a list, the page of it that the query asks for. */
  byDefault(operation: Operation, choice: ResponseKey, url: URL): MockResponse {
    const example = this.fromExample(operation, choice);
    if (operation.items.length === 0) return example;
    const known = this.#firstPages.get(example);
    if (known && !asksForPage(url)) return known;
    const response = toMockResponse(choice, page(example.content, operation.items, url), example.headers);
    if (asksForPage(url)) return response;
    const prepared = encodeOnce(response);
    this.#firstPages.set(example, prepared);
    return prepared;
  }

  /** Makes a response from generated data; falls back to the example if no generated data matches the schema. */
  async generated(operation: Operation, choice: ResponseKey, seed: string): Promise<MockResponse> {
    const content = contentFor(operation, choice);
    if (!content) return this.fromExample(operation, choice);
    for (let tries = 0; tries < maxTries; tries++) {
      const examples = Object.values(content.examples);
      const value = await this.#generator.generate(content.schema, examples, `${seed}:${tries}`).catch(() => undefined);
      const isMatch = value !== undefined && this.#checks.check(content.schema, value).length === 0;
      if (isMatch) return toMockResponse(choice, value, headersFor(operation, choice));
    }
    return this.fromExample(operation, choice);
  }

  /** Lists where the content of a response does not match the spec. */
  check(operation: Operation, choice: ResponseKey, value: unknown): SchemaError[] {
    const content = contentFor(operation, choice);
    return content ? this.#checks.check(content.schema, value) : [];
  }
}

function makeFromExample(operation: Operation, choice: ResponseKey): MockResponse {
  const { examples = {} } = contentFor(operation, choice) ?? {};
  const value = choice.scenario === undefined ? Object.values(examples)[0] : examples[choice.scenario];
  return encodeOnce(toMockResponse(choice, value, headersFor(operation, choice)));
}

const contentFor = (operation: Operation, { status, mediaType }: ResponseKey): Content | undefined =>
  responseFor(operation, status)?.contents.find((content) => content.mediaType === mediaType);

const headersFor = (operation: Operation, { status }: ResponseKey): Record<string, string> => ({
  ...responseFor(operation, status)?.headers,
});
