/** The request and response of every contender. */
const project_id = "c47ade67-0543-4582-a4a5-b7de447c94f5";
const test_run_id = "5c3f6f7e-9f0e-4f6e-8b52-6a3f3a5d0c11";

export const body = {
  project_id,
  title: "Nightly regression",
  status: "ACTIVE",
  selection_type: "STATIC" as const,
  static_selection_filters: [{ field: "id", operator: "IN", values: ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d"] }],
};

export const ids = { project_id, test_run_id };

/** Human ids that identify the responder, so that no contender is measured against the wrong one. */
export const humanIds = { stub: "STUB-R-1", server: "SERVER-R-1" };

export function responseWith(human_id: string): string {
  return JSON.stringify({ message: "", data: { test_run: { id: test_run_id, human_id } } });
}
