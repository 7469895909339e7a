import type { MockOperation } from "../api.js";
import type { RequestBody } from "../check/read-form.js";
import type { Choice } from "../choose/choose.js";
import { isObject } from "../http/json.js";
import { type MockResponse, toMockResponse } from "../http/response.js";
import { errorResponse } from "../response/invalid-response.js";
import type { Responses } from "../response/responses.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** A valid request to execute. */
export interface Execution {
  operation: MockOperation;
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  url: URL;
  body: RequestBody | undefined;
  /** The response to send on success. */
  choice: Choice;
}

/** The memory's response to a request. */
export interface Remembered {
  response: MockResponse;
  /** The scenario that is equivalent to it, if there is one. */
  scenario: string | undefined;
  /** Why the request was rejected, if it was. */
  reason?: string;
  /** Warnings of what the memory may have understood differently from what the caller meant. */
  warnings: string[];
}

/** Executes a request in the memory; `undefined` if the memory does not handle its operation. */
export function respondFromStore(
  store: Store,
  { operation, path, url, body, choice }: Execution,
  responses: Responses,
): Remembered | undefined {
  const warnings: string[] = [];
  const files = new Map([...(body?.files ?? [])].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const request = { operation, path, url, body: isObject(body?.value) ? body.value : {}, files, warnings };
  try {
    store.limitRate();
    const content = store.execute(request);
    if (content === undefined && !store.knows(operation)) return undefined;
    if (content === undefined) {
      return { response: responses.fromExample(operation, choice), scenario: undefined, warnings };
    }
    const errors = responses
      .check(operation, choice, content)
      .map(({ path, message }) => `${path.join(".")} ${message}`);
    if (errors.length > 0) throw new Error(`the memory's response does not match the spec: ${errors.join("; ")}`);
    const headers = responses.headersOf(operation, choice.status);
    return { response: toMockResponse(choice, content, headers), scenario: undefined, warnings };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { ...toErrorResponse(error, operation, responses), reason: `${error.message}: ${error.details}`, warnings };
  }
}

function toErrorResponse(error: StoreError, operation: MockOperation, responses: Responses) {
  const example = operation.scenarios.get(error.scenario ?? "");
  // The rate limit has its own body and headers.
  const isWhole = example !== undefined && error.status === 500;
  const response = isWhole ? responses.ofScenario(operation, example.name) : errorResponse(operation, error, responses);
  return { response, scenario: example?.name };
}
