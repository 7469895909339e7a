import { isNode } from "../api/node.js";
import type { Operation } from "../api/operation.js";
import { encodeOnce, type MockResponse, toMockResponse } from "../http/mock-response.js";
import type { RequestBody } from "../request/request-body.js";
import { errorResponse } from "../response/invalid-response.js";
import type { ResponseKey, Responses } from "../response/responses.js";
import type { Store } from "./store.js";
import { StoreError } from "./store-error.js";

/** A valid request to execute. */
export interface Execution {
  operation: Operation;
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  url: URL;
  body: RequestBody | undefined;
  /** The response to send on success. */
  choice: ResponseKey;
}

/** The memory's response to a request, with the scenario that is equivalent to it, if there is one. */
export interface Remembered {
  response: MockResponse;
  scenario: string | undefined;
  /** Warnings of what the memory may have understood differently from what the caller meant. */
  warnings: string[];
}

/** Executes a request in the memory; `undefined` if the memory does not handle its operation. */
export async function respondFromStore(
  store: Store,
  { operation, path, url, body, choice }: Execution,
  responses: Responses,
): Promise<Remembered | undefined> {
  const warnings: string[] = [];
  const values = isNode(body?.value) ? body.value : {};
  const request = { operation, path, url, body: values, files: await readFiles(body), warnings };
  const isRead = operation.method === "GET";

  /** Makes the response: the documented one if the memory has no content for it. */
  function make(): MockResponse | undefined {
    const content = store.execute(request);
    if (content === undefined && !store.knows(operation)) return undefined;
    const example = responses.fromExample(operation, choice);
    if (content === undefined) return example;
    const errors = responses
      .check(operation, choice, content)
      .map(({ path, message }) => `${path.join(".")} ${message}`);
    if (errors.length > 0) throw new Error(`the memory's response does not match the spec: ${errors.join("; ")}`);
    const response = toMockResponse(choice, content, example.headers);
    return isRead ? encodeOnce(response) : response;
  }

  try {
    store.limitRate();
    const response = isRead ? store.prepared(`${choice.mediaType} ${url.href}`, make) : make();
    return response && { response, scenario: undefined, warnings };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.status === 507) warnings.push(`${error.message}: ${error.details}`);
    return { ...toErrorResponse(error, operation, responses), warnings };
  }
}

async function readFiles(body: RequestBody | undefined): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, file] of body?.files ?? []) files.set(name, await file.text());
  return files;
}

function toErrorResponse(error: StoreError, operation: Operation, responses: Responses): Omit<Remembered, "warnings"> {
  const example = operation.scenarios.get(error.scenario ?? "");
  // The rate limit has its own body and headers.
  const isWhole = example !== undefined && error.status === 500;
  const response = isWhole ? responses.ofScenario(operation, example.name) : errorResponse(operation, error, responses);
  return { response, scenario: example?.name };
}
