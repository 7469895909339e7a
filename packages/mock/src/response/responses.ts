import { type Content, isJson, responseFor } from "@testsigma-tms/spec/reader/browser";
import type { MockOperation } from "../api.js";
import type { SchemaChecks, SchemaError } from "../check/schema-checks.js";
import { toHeader, type Violation } from "../check/violation.js";
import { type Choice, mediaTypeOf } from "../choose/choose.js";
import { type MockResponse, toMockResponse } from "../http/response.js";
import { asksForPage, page } from "./page.js";

/** Identifies a response of an operation, and one of its examples; by default the first one. */
export type ResponseKey = Pick<Choice, "status" | "mediaType"> & Partial<Pick<Choice, "scenario">>;

/** Makes the responses of operations. Each matches the spec. */
export class Responses {
  readonly #checks: SchemaChecks;
  /** The examples and the first pages of lists, printed once. */
  readonly #prepared = new WeakMap<MockOperation, Map<string, MockResponse>>();

  constructor(checks: SchemaChecks) {
    this.#checks = checks;
  }

  /** Returns the response of an example. Tests have checked that the examples match their schemas. */
  fromExample(operation: MockOperation, choice: ResponseKey): MockResponse {
    return this.#prepare(operation, choice, choice.scenario ?? "", () => exampleFor(operation, choice));
  }

  #prepare(operation: MockOperation, choice: ResponseKey, name: string, content: () => unknown): MockResponse {
    const prepared = this.#prepared.get(operation) ?? new Map<string, MockResponse>();
    this.#prepared.set(operation, prepared);
    const key = `${choice.status} ${choice.mediaType} ${name}`;
    const known = prepared.get(key);
    if (known) return known;
    const response = toMockResponse(choice, content(), this.headersOf(operation, choice.status));
    prepared.set(key, response);
    return response;
  }

  /** Returns the response of a scenario, which must be an example of the operation. */
  ofScenario(operation: MockOperation, name: string): MockResponse {
    const scenario = operation.scenarios.get(name);
    if (!scenario) throw new Error(`${operation.id} has no scenario ${name}.`);
    return this.fromExample(operation, { ...scenario, scenario: name });
  }

  /** Returns the default response: the first example; for a list, the page of it that the query asks for. */
  byDefault(operation: MockOperation, choice: ResponseKey, url: URL): MockResponse {
    if (operation.items.length === 0) return this.fromExample(operation, choice);
    const content = () => page(exampleFor(operation, choice), operation.items, url);
    if (!asksForPage(url)) return this.#prepare(operation, choice, "first page", content);
    return toMockResponse(choice, content(), this.headersOf(operation, choice.status));
  }

  /** Returns the example values of a response's headers, by name in lower case. */
  headersOf(operation: MockOperation, status: number): Record<string, string> {
    const headers = Object.entries(responseFor(operation, status)?.headers ?? {});
    return Object.fromEntries(
      headers.flatMap(([name, { example }]) => (example === undefined ? [] : [[name.toLowerCase(), String(example)]])),
    );
  }

  /** Returns the response to a request that does not match the spec: an error body of the spec that says what is wrong. */
  toInvalid(
    operation: MockOperation,
    violations: Violation[],
    details: string,
    preferredStatus: 400 | 422,
  ): MockResponse {
    const status = [preferredStatus, 422, 400].find((code) => responseFor(operation, code)) ?? preferredStatus;
    const response = this.ofError(operation, { status, message: "The request does not match the spec", details });
    return { ...response, headers: { ...response.headers, "sl-violations": toHeader(violations) } };
  }

  /** Returns an error response with a body that matches the spec for its status. */
  ofError(operation: MockOperation, error: { status: number; message: string; details: string }): MockResponse {
    const { status } = error;
    const bodies = errorBodies(error);
    const mediaType = mediaTypeOf(operation, status);
    if (mediaType === undefined) return toMockResponse({ status }, bodies[1]);
    const choice = { status, mediaType };
    const content = bodies.find((body) => this.check(operation, choice, body).length === 0);
    if (content === undefined) return this.fromExample(operation, choice);
    return toMockResponse(choice, content, this.headersOf(operation, status));
  }

  /** Lists where the content of a response does not match the spec. */
  check(operation: MockOperation, choice: ResponseKey, value: unknown): SchemaError[] {
    const content = contentFor(operation, choice);
    return content?.schema && isJson(content.mediaType) ? this.#checks.check(content.schema, value) : [];
  }
}

const contentFor = (operation: MockOperation, { status, mediaType }: ResponseKey): Content | undefined =>
  responseFor(operation, status)?.content.find((content) => content.mediaType === mediaType);

function exampleFor(operation: MockOperation, choice: ResponseKey): unknown {
  const { examples = {} } = contentFor(operation, choice) ?? {};
  const example = choice.scenario === undefined ? Object.values(examples)[0] : examples[choice.scenario];
  return example?.value;
}

/** Returns the error in each of the service's three shapes, most detailed first. */
function errorBodies({ status: code, message, details }: { status: number; message: string; details: string }) {
  return [
    { message, errors: { code, message, details } },
    { code, message: `${message}: ${details}` },
    { message: `${message}: ${details}` },
  ] as const;
}
