// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { Operation } from "../operations/route.js";

/** Create a test run: `POST /projects/{project_id}/test_runs`. */
export const createTestRun: Operation<"createTestRun"> = {route:"POST /projects/{project_id}/test_runs",shared:["project_id"],result:{message:null,data:{test_run:{}}}};

/** List test runs: `GET /projects/{project_id}/test_runs`. */
export const listTestRuns: Operation<"listTestRuns"> = {route:"GET /projects/{project_id}/test_runs",result:{message:null,data:{test_runs:[]}},items:["data.test_runs"]};

/** Get a test run: `GET /projects/{project_id}/test_runs/{test_run_id}`. */
export const getTestRun: Operation<"getTestRun"> = {route:"GET /projects/{project_id}/test_runs/{test_run_id}",result:{message:null,data:{test_run:{}}}};

/** Update or close a test run: `PUT /projects/{project_id}/test_runs/{test_run_id}`. */
export const updateTestRun: Operation<"updateTestRun"> = {route:"PUT /projects/{project_id}/test_runs/{test_run_id}",isRepeatable:false,result:{message:null,data:{test_run:{}}}};

/** Delete a test run: `DELETE /projects/{project_id}/test_runs/{test_run_id}`. */
export const deleteTestRun: Operation<"deleteTestRun"> = {route:"DELETE /projects/{project_id}/test_runs/{test_run_id}",result:{message:null},empty:[204]};

/** List the test cases of a run: `GET /projects/{project_id}/test_runs/{test_run_id}/test_cases`. */
export const listTestRunCases: Operation<"listTestRunCases"> = {route:"GET /projects/{project_id}/test_runs/{test_run_id}/test_cases",result:{message:null,data:{}},items:["data.test_run_cases","data.test_cases"]};

/** Set results of test cases: `PUT /projects/{project_id}/test_runs/{test_run_id}/test_cases`. */
export const updateTestRunCases: Operation<"updateTestRunCases"> = {route:"PUT /projects/{project_id}/test_runs/{test_run_id}/test_cases",form:{files:[],onlyWith:["data"]},isRepeatable:false,result:{message:null,data:{test_run_cases:[]}}};

/** Assign a user to a test case of a run: `PUT /projects/{project_id}/test_runs/{test_run_id}/assign_user`. */
export const assignTestRunUser: Operation<"assignTestRunUser"> = {route:"PUT /projects/{project_id}/test_runs/{test_run_id}/assign_user",result:{message:null,data:{test_run_case:{}}}};

/** Import a JUnit report: `POST /projects/{project_id}/junit-import/test-run/{test_run_id}`. */
export const importJunitReport: Operation<"importJunitReport"> = {route:"POST /projects/{project_id}/junit-import/test-run/{test_run_id}",form:{files:["junit_xml"]},result:{message:null,data:{import:{}}}};

/** Get the status of a JUnit import: `GET /projects/{project_id}/junit-imports/{import_id}/status`. */
export const getJunitImport: Operation<"getJunitImport"> = {route:"GET /projects/{project_id}/junit-imports/{import_id}/status",result:{message:null,data:{import:{}}}};

/** Create a test plan: `POST /projects/{project_id}/test_plans`. */
export const createTestPlan: Operation<"createTestPlan"> = {route:"POST /projects/{project_id}/test_plans",result:{message:null,data:{test_plan:{}}}};

/** List test plans: `GET /projects/{project_id}/test_plans`. */
export const listTestPlans: Operation<"listTestPlans"> = {route:"GET /projects/{project_id}/test_plans",result:{message:null,data:{test_plans:[]}},items:["data.test_plans"]};

/** Get a test plan: `GET /projects/{project_id}/test_plans/{test_plan_id}`. */
export const getTestPlan: Operation<"getTestPlan"> = {route:"GET /projects/{project_id}/test_plans/{test_plan_id}",result:{message:null,data:{test_plan:{}}}};

/** Update a test plan: `PUT /projects/{project_id}/test_plans/{test_plan_id}`. */
export const updateTestPlan: Operation<"updateTestPlan"> = {route:"PUT /projects/{project_id}/test_plans/{test_plan_id}",result:{message:null,data:{test_plan:{}}}};

/** Delete a test plan: `DELETE /projects/{project_id}/test_plans/{test_plan_id}`. */
export const deleteTestPlan: Operation<"deleteTestPlan"> = {route:"DELETE /projects/{project_id}/test_plans/{test_plan_id}",result:{message:null}};

/** Complete a test plan: `POST /projects/{project_id}/test_plans/{test_plan_id}/complete`. */
export const completeTestPlan: Operation<"completeTestPlan"> = {route:"POST /projects/{project_id}/test_plans/{test_plan_id}/complete",rest:"query",result:{message:null,data:{test_plan:{}}}};

/** List the test runs of a plan: `GET /projects/{project_id}/test_plans/{test_plan_id}/test_runs`. */
export const listTestPlanRuns: Operation<"listTestPlanRuns"> = {route:"GET /projects/{project_id}/test_plans/{test_plan_id}/test_runs",result:{message:null,data:{test_runs:[]}},items:["data.test_runs"]};

/** Create a test case: `POST /projects/{project_id}/test_cases`. */
export const createTestCase: Operation<"createTestCase"> = {route:"POST /projects/{project_id}/test_cases",shared:["project_id"],result:{message:null,data:{test_case:{}}}};

/** List test cases: `GET /projects/{project_id}/test_cases`. */
export const listTestCases: Operation<"listTestCases"> = {route:"GET /projects/{project_id}/test_cases",result:{message:null,data:{test_cases:[]}},items:["data.test_cases"]};

/** Get a test case: `GET /projects/{project_id}/test_cases/{test_case_id}`. */
export const getTestCase: Operation<"getTestCase"> = {route:"GET /projects/{project_id}/test_cases/{test_case_id}",result:{message:null,data:{test_case:{}}}};

/** Update a test case: `PUT /projects/{project_id}/test_cases/{test_case_id}`. */
export const updateTestCase: Operation<"updateTestCase"> = {route:"PUT /projects/{project_id}/test_cases/{test_case_id}",result:{message:null,data:{test_case:{}}}};

/** Delete a test case: `DELETE /projects/{project_id}/test_cases/{test_case_id}`. */
export const deleteTestCase: Operation<"deleteTestCase"> = {route:"DELETE /projects/{project_id}/test_cases/{test_case_id}",result:{message:null}};

/** Create a folder: `POST /projects/{project_id}/folders`. */
export const createFolder: Operation<"createFolder"> = {route:"POST /projects/{project_id}/folders",result:{message:null,data:{folder:{}}}};

/** List folders: `GET /projects/{project_id}/folders`. */
export const listFolders: Operation<"listFolders"> = {route:"GET /projects/{project_id}/folders",result:{message:null,data:{folders:[]}},items:["data.folders"]};

/** Get a folder: `GET /projects/{project_id}/folders/{folder_id}`. */
export const getFolder: Operation<"getFolder"> = {route:"GET /projects/{project_id}/folders/{folder_id}",result:{message:null,data:{folder:{}}}};

/** Update a folder: `PUT /projects/{project_id}/folders/{folder_id}`. */
export const updateFolder: Operation<"updateFolder"> = {route:"PUT /projects/{project_id}/folders/{folder_id}",result:{message:null,data:{folder:{}}}};

/** Delete a folder: `DELETE /projects/{project_id}/folders/{folder_id}`. */
export const deleteFolder: Operation<"deleteFolder"> = {route:"DELETE /projects/{project_id}/folders/{folder_id}",result:{message:null}};

/** Move a folder: `POST /projects/{project_id}/folders/{folder_id}/move`. */
export const moveFolder: Operation<"moveFolder"> = {route:"POST /projects/{project_id}/folders/{folder_id}/move",isRepeatable:true,result:{message:null,data:{folder:{}}}};

/** Create a step group: `POST /projects/{project_id}/step_groups`. */
export const createStepGroup: Operation<"createStepGroup"> = {route:"POST /projects/{project_id}/step_groups",result:{message:null,data:{step_group:{}}}};

/** List step groups: `GET /projects/{project_id}/step_groups`. */
export const listStepGroups: Operation<"listStepGroups"> = {route:"GET /projects/{project_id}/step_groups",result:{message:null,data:{step_groups:[]}},items:["data.step_groups"]};

/** Get a step group: `GET /projects/{project_id}/step_groups/{step_group_id}`. */
export const getStepGroup: Operation<"getStepGroup"> = {route:"GET /projects/{project_id}/step_groups/{step_group_id}",result:{message:null,data:{step_group:{}}}};

/** Update a step group: `PUT /projects/{project_id}/step_groups/{step_group_id}`. */
export const updateStepGroup: Operation<"updateStepGroup"> = {route:"PUT /projects/{project_id}/step_groups/{step_group_id}",result:{message:null,data:{step_group:{}}}};

/** Delete a step group: `DELETE /projects/{project_id}/step_groups/{step_group_id}`. */
export const deleteStepGroup: Operation<"deleteStepGroup"> = {route:"DELETE /projects/{project_id}/step_groups/{step_group_id}",result:{message:null},empty:[204]};

/** Create a project: `POST /projects`. */
export const createProject: Operation<"createProject"> = {route:"POST /projects",result:{message:null,data:{project:{}}}};

/** List projects: `GET /projects`. */
export const listProjects: Operation<"listProjects"> = {route:"GET /projects",result:{message:null,data:{projects:[]}},items:["data.projects"]};

/** Get a project: `GET /projects/{project_id}`. */
export const getProject: Operation<"getProject"> = {route:"GET /projects/{project_id}",result:{message:null,data:{project:{}}}};

/** Update a project: `PUT /projects/{project_id}`. */
export const updateProject: Operation<"updateProject"> = {route:"PUT /projects/{project_id}",result:{message:null,data:{project:{}}}};

/** Delete a project: `DELETE /projects/{project_id}`. */
export const deleteProject: Operation<"deleteProject"> = {route:"DELETE /projects/{project_id}",result:{message:null}};

/** List test run statuses: `GET /test_runs/statuses`. */
export const listTestRunStatuses: Operation<"listTestRunStatuses"> = {route:"GET /test_runs/statuses",result:{message:null,data:{statuses:[]}},items:["data.statuses"]};

/** List test case statuses: `GET /test_cases/statuses`. */
export const listTestCaseStatuses: Operation<"listTestCaseStatuses"> = {route:"GET /test_cases/statuses",result:{message:null,data:{statuses:[]}},items:["data.statuses"]};

/** List test case types: `GET /test_cases/types`. */
export const listTestCaseTypes: Operation<"listTestCaseTypes"> = {route:"GET /test_cases/types",result:{message:null,data:{types:[]}},items:["data.types"]};

/** List test case priorities: `GET /test_cases/priorities`. */
export const listTestCasePriorities: Operation<"listTestCasePriorities"> = {route:"GET /test_cases/priorities",result:{message:null,data:{priorities:[]}},items:["data.priorities"]};

/** List test case automation types: `GET /test_cases/automation_types`. */
export const listTestCaseAutomationTypes: Operation<"listTestCaseAutomationTypes"> = {route:"GET /test_cases/automation_types",result:{message:null,data:{automation_types:[]}},items:["data.automation_types"]};

/** List users: `GET /users`. */
export const listUsers: Operation<"listUsers"> = {route:"GET /users",result:{message:null,data:[]},items:["data"]};

/** List labels: `GET /labels`. */
export const listLabels: Operation<"listLabels"> = {route:"GET /labels",result:{message:null,data:{labels:[]}},items:["data.labels"]};
