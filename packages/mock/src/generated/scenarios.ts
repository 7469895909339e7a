// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/** The named response examples of each operation, with their status. */
export const scenarios = {
  "createTestRun": {
    "created": 200,
    "validation_failed": 400,
    "duplicate_title": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestRuns": {
    "listed": 200,
    "listed_as_observed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getTestRun": {
    "found": 200,
    "found_as_observed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateTestRun": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteTestRun": {
    "deleted": 204,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestRunCases": {
    "listed": 200,
    "listed_as_observed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateTestRunCases": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "assignTestRunUser": {
    "assigned": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "importJunitReport": {
    "imported": 200,
    "import_pending": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getJunitImport": {
    "import_completed": 200,
    "import_in_progress": 200,
    "import_failed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "createTestPlan": {
    "created": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestPlans": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getTestPlan": {
    "found": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateTestPlan": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteTestPlan": {
    "deleted": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "completeTestPlan": {
    "completed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestPlanRuns": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "createTestCase": {
    "created": 201,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestCases": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getTestCase": {
    "found": 200,
    "found_as_observed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateTestCase": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteTestCase": {
    "deleted": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "createFolder": {
    "created": 201,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listFolders": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getFolder": {
    "found": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateFolder": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteFolder": {
    "deleted": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "moveFolder": {
    "folder_moved": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "createStepGroup": {
    "created": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listStepGroups": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getStepGroup": {
    "found": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateStepGroup": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteStepGroup": {
    "deleted": 204,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "createProject": {
    "created": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listProjects": {
    "listed": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "getProject": {
    "found": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "updateProject": {
    "updated": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "deleteProject": {
    "deleted": 200,
    "validation_failed": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestRunStatuses": {
    "listed": 200,
    "listed_as_observed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestCaseStatuses": {
    "listed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestCaseTypes": {
    "listed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestCasePriorities": {
    "listed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listTestCaseAutomationTypes": {
    "listed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listUsers": {
    "listed": 200,
    "listed_as_observed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  },
  "listLabels": {
    "listed": 200,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "internal_error": 500,
    "rate_limited": 500
  }
} as const;
