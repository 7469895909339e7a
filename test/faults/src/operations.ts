import type { PlayedClient } from "./played-client.ts";

/**
 * An operation: its request, its response and whether it may be repeated. This is an oracle: it is written by hand,
 * independently of the spec, so that a wrong statement there does not decide both what the client does and what is
 * expected of it.
 */
export interface PlayedOperation {
  method: string;
  /** The path template, as shown in errors. */
  path: string;
  /** Tells whether a second execution changes nothing more. */
  isRepeatable: boolean;
  hasBody: boolean;
  /**
   * The `data` of the documented response, as JSON in which `{id}` is a placeholder for the run's id. Without it, the
   * response is a 204.
   */
  data?: string;
  call: (client: PlayedClient, id: string, options: CallOptions) => Promise<unknown>;
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

function runOf(id: string) {
  return { project_id: id, test_run_id: id };
}

export type OperationName =
  | "createTestRun"
  | "listTestRuns"
  | "updateTestPlan"
  | "updateTestRun"
  | "deleteTestRun"
  | "importJunitReport"
  | "completeTestPlan"
  | "http";

/** The operations that are played: one for each way in which the client sends requests. */
export const operations: Readonly<Record<OperationName, PlayedOperation>> = {
  createTestRun: {
    method: "POST",
    path: runs,
    isRepeatable: false,
    hasBody: true,
    data: runData,
    call: (client, id, { signal }) =>
      client.createTestRun(
        {
          project_id: id,
          title: markerOf(id),
          status: "ACTIVE",
          selection_type: "STATIC",
          static_selection_filters: [],
        },
        { signal },
      ),
  },
  listTestRuns: {
    method: "GET",
    path: runs,
    isRepeatable: true,
    hasBody: false,
    data: '{"test_runs":[]}',
    call: (client, id, { signal }) => client.listTestRuns({ project_id: id }, { signal }),
  },
  updateTestPlan: {
    method: "PUT",
    path: plan,
    isRepeatable: true,
    hasBody: true,
    data: planData,
    call: (client, id, { signal }) =>
      client.updateTestPlan({ project_id: id, test_plan_id: id, title: markerOf(id) }, { signal }),
  },
  // Closing is permanent, so a second execution is not harmless.
  updateTestRun: {
    method: "PUT",
    path: run,
    isRepeatable: false,
    hasBody: true,
    data: runData,
    call: (client, id, { signal }) =>
      client.updateTestRun({ ...runOf(id), title: markerOf(id), status: "CLOSED" }, { signal }),
  },
  deleteTestRun: {
    method: "DELETE",
    path: run,
    isRepeatable: true,
    hasBody: false,
    call: (client, id, { signal }) => client.deleteTestRun(runOf(id), { signal }),
  },
  importJunitReport: {
    method: "POST",
    path: "/projects/{project_id}/junit-import/test-run/{test_run_id}",
    isRepeatable: false,
    hasBody: true,
    data: '{"import":{"id":"{id}","status":"pending"}}',
    call: (client, id, { signal, formBytes = 0 }) => {
      const report = ["<testsuites>", " ".repeat(formBytes), `<testsuite name="${markerOf(id)}"/></testsuites>`];
      return client.importJunitReport({ ...runOf(id), junit_xml: new Blob(report) }, { signal });
    },
  },
  completeTestPlan: {
    method: "POST",
    path: `${plan}/complete`,
    isRepeatable: false,
    hasBody: false,
    data: planData,
    call: (client, id, { signal }) => client.completeTestPlan({ project_id: id, test_plan_id: id }, { signal }),
  },
  http: {
    method: "GET",
    path: runs,
    isRepeatable: true,
    hasBody: false,
    data: '{"test_runs":[]}',
    call: readRuns,
  },
};

/** Reads with `http`; an unsuccessful response rejects with `HTTP` and its status. */
async function readRuns({ http }: PlayedClient, id: string, { signal }: CallOptions): Promise<unknown> {
  if (!http) throw new Error("This client has no http.");
  const { data, error, response } = await http.GET(runs, {
    params: { path: { project_id: id } },
    signal: signal ?? null,
  });
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(error)), { name: `HTTP ${response.status}` });
  return data;
}
