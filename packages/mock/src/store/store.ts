import type { Api, MockOperation } from "../api.js";
import type { Choice } from "../choose/choose.js";
import { type MockResponse, toMockResponse } from "../http/response.js";
import { page } from "../response/page.js";
import type { Responses } from "../response/responses.js";
import { Call, type StoreRequest } from "./call.js";
import { lookupOf } from "./collections.js";
import { Memory } from "./memory.js";
import { assertReferences, usersIn } from "./references.js";
import { type CollectionRule, ruleOf } from "./rules.js";
import { seed } from "./seed.js";
import { type StateOptions, withDefaults } from "./state-options.js";
import { StoreError } from "./store-error.js";
import type { Row } from "./table.js";

/** The memory's response to a request. */
export interface Remembered {
  response: MockResponse;
  /** The scenario that is equivalent to it, if there is one. */
  scenario?: string | undefined;
  /** Why the request was rejected, if it was. */
  reason?: string;
}

/** The memory of a mock. Entities that requests create can be read, listed, changed and deleted. */
export class Store {
  readonly #create: () => Memory;
  #memory: Memory;
  /** The times of the requests of the last second. */
  #times: number[] = [];

  constructor(api: Api, options: true | StateOptions, seedText = "") {
    const users = usersIn(api.operations);
    const state = withDefaults(options === true ? {} : options);
    this.#create = () => {
      const memory = new Memory(api, users, state, seedText);
      seed(memory);
      return memory;
    };
    this.#memory = this.#create();
  }

  /** Resets the memory to the made-up project. */
  reset(): void {
    this.#times = [];
    this.#memory = this.#create();
  }

  /** Returns all rows, by the path of their collection. */
  snapshot(): Record<string, Row[]> {
    return this.#memory.snapshot();
  }

  /**
   * Executes a request; `undefined` if the memory does not handle its operation.
   *
   * @param choice the response to send on success
   */
  respond(request: StoreRequest, choice: Choice, responses: Responses): Remembered | undefined {
    const { operation, url } = request;
    try {
      this.#limitRate();
      const known = ruleOf(operation, this.#memory.collections);
      const isLookup = operation.method === "GET" && operation.items.length > 0;
      if (!known && !isLookup) return undefined;
      const content = known ? this.#execute(known, request) : page(lookupOf(operation), operation.items, url);
      if (content === undefined) return { response: responses.fromExample(operation, choice) };
      const errors = responses.check(operation, choice, content);
      const deviations = errors.map(({ path, message }) => `${path.join(".")} ${message}`);
      if (errors.length > 0) throw new Error(`the memory's response does not match the spec: ${deviations.join("; ")}`);
      const headers = responses.headersOf(operation, choice.status);
      return { response: toMockResponse(choice, content, headers) };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return { ...toErrorResponse(error, operation, responses), reason: `${error.message}: ${error.details}` };
    }
  }

  #execute({ rule, collection }: CollectionRule, request: StoreRequest): unknown {
    const call = new Call(this.#memory, collection, request);
    assertReferences(call, call.settable());
    return rule(call);
  }

  /** Throws the {@link StoreError} of a request beyond the rate limit. */
  #limitRate(): void {
    const { rateLimit, now } = this.#memory.state;
    if (rateLimit === Number.POSITIVE_INFINITY) return;
    const time = now();
    this.#times = [...this.#times.filter((earlier) => earlier > time - 1000), time];
    if (this.#times.length > rateLimit) {
      throw new StoreError(500, "rate limit exceeded", `More than ${rateLimit} requests per second.`, "rate_limited");
    }
  }
}

function toErrorResponse(error: StoreError, operation: MockOperation, responses: Responses) {
  const scenario = operation.scenarios.get(error.scenario ?? "")?.name;
  // The rate limit has its own body and headers.
  const isWhole = scenario !== undefined && error.status === 500;
  const response = isWhole ? responses.ofScenario(operation, scenario) : responses.ofError(operation, error);
  return { response, scenario };
}
