import type { Api, MockOperation, OperationId } from "../api.js";
import type { JsonObject } from "../http/json.js";
import { page } from "../response/page.js";
import { type Collection, findCollections, type Verb, verbOf } from "./collections.js";
import { deleteFolder, moveFolder } from "./folders.js";
import { getJunitImport, importJunitReport } from "./junit-imports.js";
import { Memory, type StoreRequest } from "./memory.js";
import { assertReferences, usersIn } from "./references.js";
import { seed } from "./seed.js";
import { type StateOptions, withDefaults } from "./state-options.js";
import { createWithSteps, updateWithSteps } from "./steps.js";
import { StoreError } from "./store-error.js";
import type { Row } from "./table.js";
import { completeTestPlan, deleteTestPlan, listTestPlanRuns } from "./test-plans.js";
import * as runs from "./test-runs.js";

/** Executes a request; returns the content of the response, or `undefined` for the documented one. */
type Rule = (memory: Memory, collection: Collection, request: StoreRequest) => JsonObject | undefined;

/**
 * The rules that are specific to this API, by `operationId`, each with the noun of its collection. The compiler names an
 * entry whose operation is no longer in the spec.
 */
const rules: { readonly [Id in OperationId]?: [noun: string, rule: Rule] } = {
  createTestRun: ["test_run", runs.createTestRun],
  getTestRun: ["test_run", runs.getTestRun],
  updateTestRun: ["test_run", runs.updateTestRun],
  listTestRunCases: ["test_run", runs.listTestRunCases],
  updateTestRunCases: ["test_run", runs.updateTestRunCases],
  assignTestRunUser: ["test_run", runs.assignTestRunUser],
  importJunitReport: ["test_run", importJunitReport],
  getJunitImport: ["test_run", (memory, _, request) => getJunitImport(memory, request)],
  createTestCase: ["test_case", createWithSteps],
  updateTestCase: ["test_case", updateWithSteps],
  createStepGroup: ["step_group", createWithSteps],
  updateStepGroup: ["step_group", updateWithSteps],
  completeTestPlan: ["test_plan", completeTestPlan],
  listTestPlanRuns: ["test_plan", listTestPlanRuns],
  deleteTestPlan: ["test_plan", deleteTestPlan],
  moveFolder: ["folder", moveFolder],
  deleteFolder: ["folder", deleteFolder],
};

/** The memory of a mock. Entities that requests create can be read, listed, changed and deleted. */
export class Store {
  readonly #create: () => Memory;
  #memory: Memory;
  #times: number[] = [];

  constructor(api: Api, options: true | StateOptions, seedText = "") {
    const kinds = { collections: findCollections(api.operations), users: usersIn(api.operations) };
    const state = withDefaults(options === true ? {} : options);
    this.#create = () => {
      const memory = new Memory(api, kinds, state, seedText);
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
    return this.#memory.rows.all();
  }

  /**
   * Executes a valid request. Returns the content of its response, or `undefined` for the documented one. Throws a
   * {@link StoreError} for a request that cannot be executed.
   */
  execute(request: StoreRequest): unknown {
    const { operation, path, url } = request;
    const memory = this.#memory;
    const [noun, rule] = rules[operation.id] ?? [];
    const own = memory.collections.find((collection) => collection.noun === noun);
    const stored = verbOf(operation, memory.collections);
    if (own || stored) assertReferences(memory, path, memory.settable(request));
    if (rule && own) return rule(memory, own, request);
    if (stored) return verbs[stored.verb](memory, stored.collection, request);
    const isList = operation.method === "GET" && operation.items.length > 0;
    return isList ? page(runs.lookupOf(operation), operation.items, url) : undefined;
  }

  /** Returns whether the memory handles an operation. */
  knows(operation: MockOperation): boolean {
    return operation.id in rules || verbOf(operation, this.#memory.collections) !== undefined;
  }

  /** Throws the {@link StoreError} of a request beyond the rate limit. */
  limitRate(): void {
    const { rateLimit, now } = this.#memory.state;
    if (rateLimit === Number.POSITIVE_INFINITY) return;
    const time = now();
    this.#times = [...this.#times.filter((earlier) => earlier > time - 1000), time];
    if (this.#times.length > rateLimit) {
      throw new StoreError(500, "rate limit exceeded", `More than ${rateLimit} requests per second.`, "rate_limited");
    }
  }
}

/** The rules that all collections share. */
const verbs: Record<Verb, Rule> = {
  create: (memory, collection, request) => memory.single(request, collection.noun, memory.create(collection, request)),
  get: (memory, { noun, parameter }, request) => memory.single(request, noun, memory.row(parameter, request.path)),
  list: (memory, { path }, request) => memory.page(request, memory.rows.entries(memory.pathOf(path, request.path))),
  update: (memory, collection, request) =>
    memory.single(request, collection.noun, memory.change(collection, request.path, memory.settable(request))),
  delete(memory, collection, { path }) {
    const { id } = memory.row(collection.parameter, path);
    memory.rows.remove(memory.pathOf(collection.path, path), id);
    return undefined;
  },
};
