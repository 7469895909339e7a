// Creates tonight's test run of Kestrel Bikes, the made-up team of these examples. CI runs it once a night:
//
//   TESTSIGMA_API_KEY=… TESTSIGMA_PROJECT_ID=… node create-nightly-run.mjs
import { realpathSync } from "node:fs";
import { ApiError, createClient } from "@testsigma-tms/client";

const smokeTestCaseIds = ["9ac271b6-4e89-4c93-8c75-2d625efa0b2d", "0f1d7c52-6a3b-4f0e-9a55-3c8b1e6f7d20"];

/**
 * Creates the run of one night. Resolves to `undefined` if that night already has its run: a title can be used only
 * once, so a job that is started again finds the run of its first attempt.
 */
export async function createNightlyRun(testsigma, { projectId, date }) {
  try {
    const { data } = await testsigma.createTestRun({
      project_id: projectId,
      title: `Nightly smoke test ${date}`,
      status: "ACTIVE",
      selection_type: "STATIC",
      static_selection_filters: [{ field: "id", operator: "IN", values: smokeTestCaseIds }],
      label_names: ["Nightly"],
    });
    return data.test_run;
  } catch (error) {
    const exists = error instanceof ApiError && error.body?.message === "Error test run title already exists";
    if (exists) return undefined;
    throw error;
  }
}

async function main() {
  const testsigma = createClient({
    onRetry: ({ reason, waitMs }) => console.error(`Trying again in ${waitMs} ms: ${reason}`),
  });
  const date = new Date().toISOString().slice(0, 10);
  const run = await createNightlyRun(testsigma, { projectId: process.env.TESTSIGMA_PROJECT_ID, date });
  console.log(run ? `Created ${run.human_id}: ${run.title}` : `The run of ${date} exists already.`);
}

// Whether Node runs this file, and not a test that imports it.
if (import.meta.filename === realpathSync(process.argv[1])) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
