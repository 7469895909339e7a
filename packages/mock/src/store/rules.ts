import type { MockOperation, OperationId } from "../api.js";
import type { JsonObject } from "../http/json.js";
import type { Call } from "./call.js";
import type { Collection } from "./collections.js";
import { deleteFolder, moveFolder } from "./folders.js";
import { getJunitImport, importJunitReport } from "./junit-imports.js";
import { createWithSteps, updateWithSteps } from "./steps.js";
import { completeTestPlan, deleteTestPlan, listTestPlanRuns } from "./test-plans.js";
import * as runs from "./test-runs.js";

/** Executes a call; returns the content of the response, or `undefined` for the documented one. */
type Rule = (call: Call) => JsonObject | undefined;

/**
 * The rules that are specific to this API, by `operationId`, each with the noun of its collection. The compiler names an
 * entry whose operation is no longer in the spec.
 */
const ownRules: { readonly [Id in OperationId]?: [noun: string, rule: Rule] } = {
  createTestRun: ["test_run", runs.createTestRun],
  getTestRun: ["test_run", runs.getTestRun],
  updateTestRun: ["test_run", runs.updateTestRun],
  listTestRunCases: ["test_run", runs.listTestRunCases],
  updateTestRunCases: ["test_run", runs.updateTestRunCases],
  assignTestRunUser: ["test_run", runs.assignTestRunUser],
  importJunitReport: ["test_run", importJunitReport],
  getJunitImport: ["test_run", getJunitImport],
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

/** The rules that all collections share, by method. */
const listRules: Record<string, Rule> = {
  GET: (call) => call.page(call.table().entries),
  POST: (call) => call.single(call.create()),
};
const itemRules: Record<string, Rule> = {
  GET: (call) => call.single(call.row()),
  PUT: (call) => call.single(call.change(call.settable())),
  PATCH: (call) => call.single(call.change(call.settable())),
  DELETE: ({ memory, collection, request }) => {
    memory.remove(collection, request.path);
    return undefined;
  },
};

/** The rule of an operation, and the collection that it is about. */
export interface CollectionRule {
  rule: Rule;
  collection: Collection;
}

/** Returns the rule of an operation; `undefined` if it is about no collection. */
export function ruleOf({ id, method, path }: MockOperation, collections: Collection[]): CollectionRule | undefined {
  const [noun, own] = ownRules[id] ?? [];
  for (const collection of collections) {
    if (own && collection.noun === noun) return { rule: own, collection };
    const isItem = path === `${collection.path}/{${collection.parameter}}`;
    const rule = isItem ? itemRules[method] : path === collection.path ? listRules[method] : undefined;
    if (rule && !own) return { rule, collection };
  }
  return undefined;
}
