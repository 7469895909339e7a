import type { TestsigmaClient } from "@testsigma-tms/client";

/**
 * An operation: its request, its response and whether it may be repeated. This is an oracle: it is written by hand,
 * independently of the spec, so that a wrong statement there does not decide both what the client does and what is
 * expected of it.
 */
export interface PlayedOperation {
  method: string;
  /** The path template, as shown in errors. */
  path: string;
  /** Whether a second execution changes nothing more. */
  isRepeatable: boolean;
  hasBody: boolean;
  /**
   * The `data` of the documented response, as JSON in which `{id}` is a placeholder for the run's id. Without it, the
   * response is a 204.
   */
  data?: string;
  call: (client: TestsigmaClient, id: string, options: CallOptions) => Promise<unknown>;
}

interface CallOptions {
  signal?: AbortSignal | undefined;
  /** The minimum size of a form. */
  formBytes?: number | undefined;
}

/** Returns a text that is part of every request with a body; the rig executes no such request without it. */
export function markerOf(id: string): string {
  return `Run ${id}`;
}

const runs = "/projects/{project_id}/test_runs";
const run = `${runs}/{test_run_id}`;
const plan = "/projects/{project_id}/test_plans/{test_plan_id}";
const planData = '{"test_plan":{"id":"{id}"}}';
const runData = '{"test_run":{"id":"{id}","human_id":"DEMO-R-1","created_at":1710675200,"updated_at":1710675200}}';

const runOf = (id: string) => ({ project_id: id, test_run_id: id });
const planOf = (id: string) => ({ project_id: id, test_plan_id: id });

type Traits = Partial<Pick<PlayedOperation, "isRepeatable" | "hasBody" | "data">>;

function operation(
  route: `${string} ${string}`,
  traits: Traits,
  call: PlayedOperation["call"],
): Readonly<PlayedOperation> {
  const [method = "", path = ""] = route.split(" ");
  return { method, path, isRepeatable: false, hasBody: false, ...traits, call };
}

export type OperationName = keyof typeof operations;

/** The operations that are played: one for each way in which the client sends requests. */
export const operations = {
  createTestRun: operation(`POST ${runs}`, { hasBody: true, data: runData }, (client, id, { signal }) =>
    client.createTestRun(runInput(id), { signal }),
  ),
  listTestRuns: operation(`GET ${runs}`, { isRepeatable: true, data: '{"test_runs":[]}' }, (client, id, { signal }) =>
    client.listTestRuns({ project_id: id }, { signal }),
  ),
  updateTestPlan: operation(
    `PUT ${plan}`,
    { isRepeatable: true, hasBody: true, data: planData },
    (client, id, { signal }) => client.updateTestPlan({ ...planOf(id), title: markerOf(id) }, { signal }),
  ),
  // Closing is permanent, so a second execution is not harmless.
  updateTestRun: operation(`PUT ${run}`, { hasBody: true, data: runData }, (client, id, { signal }) =>
    client.updateTestRun({ ...runOf(id), title: markerOf(id), status: "CLOSED" }, { signal }),
  ),
  deleteTestRun: operation(`DELETE ${run}`, { isRepeatable: true }, (client, id, { signal }) =>
    client.deleteTestRun(runOf(id), { signal }),
  ),
  importJunitReport: operation(
    "POST /projects/{project_id}/junit-import/test-run/{test_run_id}",
    { hasBody: true, data: '{"import":{"id":"{id}","status":"pending"}}' },
    (client, id, { signal, formBytes = 0 }) => {
      const report = ["<testsuites>", " ".repeat(formBytes), `<testsuite name="${markerOf(id)}"/></testsuites>`];
      return client.importJunitReport({ ...runOf(id), junit_xml: new Blob(report) }, { signal });
    },
  ),
};

/** Returns the input of `createTestRun` for a run. */
export function runInput(id: string) {
  return {
    project_id: id,
    title: markerOf(id),
    status: "ACTIVE",
    selection_type: "STATIC" as const,
    static_selection_filters: [],
  };
}
