// Creates a test run from a plain CommonJS script:
//
//   TESTSIGMA_API_KEY=… TESTSIGMA_PROJECT_ID=… node create-test-run.js "Checkout, build 417" <test case id> …
const { createClient } = require("@testsigma-tms/client");

async function main([title, ...testCaseIds]) {
  if (!title || testCaseIds.length === 0) {
    console.error('Usage: node create-test-run.js "<title>" <test case id> …');
    process.exitCode = 2;
    return;
  }
  const testsigma = createClient();
  const { data } = await testsigma.createTestRun({
    project_id: process.env.TESTSIGMA_PROJECT_ID,
    title,
    status: "ACTIVE",
    selection_type: "STATIC",
    static_selection_filters: [{ field: "id", operator: "IN", values: testCaseIds }],
  });
  console.log(`Created ${data.test_run.human_id}: ${data.test_run.title}`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
