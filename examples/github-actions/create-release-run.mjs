// Creates the test run of a release. The workflow .github/workflows/release-test-run.yml in this folder runs it for
// each version tag; GitHub sets the variables whose names begin with GITHUB_.
import { appendFileSync } from "node:fs";
import { createClient } from "@testsigma-tms/client";

const { TESTSIGMA_PROJECT_ID, GITHUB_REPOSITORY, GITHUB_REF_NAME, GITHUB_SERVER_URL, GITHUB_RUN_ID } = process.env;

const testsigma = createClient({
  onRetry: ({ reason, waitMs }) => console.log(`::notice::Trying again in ${waitMs} ms: ${reason}`),
});

try {
  const { data } = await testsigma.createTestRun({
    project_id: TESTSIGMA_PROJECT_ID,
    title: `${GITHUB_REPOSITORY} ${GITHUB_REF_NAME}`,
    description: `Created by ${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`,
    status: "ACTIVE",
    // Selects every test case of the project. To select some, use STATIC, with their ids in static_selection_filters.
    selection_type: "DYNAMIC",
    static_selection_filters: [],
    dynamic_selection_filters: [],
    label_names: ["Release"],
  });
  const { human_id, title } = data.test_run;
  appendFileSync(process.env.GITHUB_OUTPUT, `human_id=${human_id}\n`);
  appendFileSync(process.env.GITHUB_STEP_SUMMARY, `Created test run **${human_id}**: ${title}\n`);
} catch (error) {
  console.log(`::error::${error.message}`);
  process.exitCode = 1;
}
