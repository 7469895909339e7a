// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { FileContent } from "../file-content.js";

/**
 * Timestamp
 *
 * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
 * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
 * documented; read 13 digits as milliseconds (inferred).
 *
 * Format: int64
 *
 * @example 1710675200
 */
export type Timestamp = number;
/**
 * Created test run
 *
 * A test run as create returns it. Expect any property but `id` and `status` to be absent.
 */
export type CreatedTestRun = {
    /**
     * Unique identifier of the test run.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     *
     * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
     */
    id: string;
    /**
     * Human-readable identifier for the test run.
     *
     * Provenance: **documented**.
     *
     * @example DEMO-R-1
     */
    human_id?: string;
    /**
     * Unix timestamp of when the test run was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * Unix timestamp of the last update to the test run.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
    /**
     * Title of the test run.
     *
     * Provenance: **documented**.
     *
     * @example Regression suite — patient portal
     */
    title?: string;
    /**
     * Description of the test run.
     *
     * Provenance: **documented**.
     *
     * @example Executing regression test cases
     */
    description?: string;
    /**
     * Status of the test run. `ACTIVE` and `CLOSED` were seen (observed: mcp-e2e); expect others.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example ACTIVE
     * @example CLOSED
     */
    status: "ACTIVE" | "CLOSED" | (string & {});
    /**
     * Unique identifier of the project the test run belongs to.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     *
     * @example c47ade67-0543-4582-a4a5-b7de447c94f5
     */
    project_id?: string;
    /**
     * Type of test case selection used for the run. Known values are `STATIC` and `DYNAMIC` (observed: mcp-e2e); expect
     * others.
     *
     * Provenance: **documented**.
     *
     * @example STATIC
     */
    selection_type?: "STATIC" | "DYNAMIC" | (string & {});
    /**
     * Start date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
    /**
     * Unique identifier of the user assigned to the test run.
     *
     * Provenance: **documented**.
     *
     * @example cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4
     */
    assignee_id?: string;
    /**
     * Labels associated with the test run.
     *
     * Provenance: **documented**.
     *
     * @example [
     *   "Smoke",
     *   "Regression"
     * ]
     */
    label_names?: string[];
    /**
     * Environment identifiers the test run executes against. Only `[]` is documented; that the elements are strings is a
     * guess (inferred).
     *
     * Provenance: **documented**.
     *
     * @example []
     */
    environment_ids?: string[];
    /**
     * Number of test cases in the run. Can be too low for some seconds after the run was created (inferred).
     *
     * Provenance: **observed** (mcp-probe, mcp-e2e, test-framework).
     *
     * @example 1
     */
    test_cases_count?: number;
};
/**
 * Label
 *
 * A label of the organization. Its timestamps are in camel case.
 */
export type Label = {
    /**
     * Unique identifier of the label, for `label_ids`.
     *
     * Provenance: **observed** (mcp-probe). Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Name of the label, for `label_names`.
     *
     * Provenance: **observed** (mcp-probe). Required: **inferred**.
     */
    name: string;
    /**
     * When the label was created, in milliseconds.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **observed** (mcp-probe).
     *
     * Format: int64
     *
     * @example 1710675200
     */
    createdAt?: Timestamp;
    /**
     * When the label was last updated, in milliseconds.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **observed** (mcp-probe).
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updatedAt?: Timestamp;
};
/**
 * Dynamic selection filter
 *
 * A filter of a dynamic selection. `folder_id` with `EQUALS` was accepted and ignored (observed: mcp-e2e).
 */
export type DynamicSelectionFilter = {
    /**
     * Field the filter is applied to.
     *
     * Provenance: **observed** (mcp-e2e). Required: **inferred**.
     *
     * @example folder_id
     */
    field: string;
    /**
     * Operator used for filtering.
     *
     * Provenance: **observed** (mcp-e2e). Required: **inferred**.
     *
     * @example EQUALS
     */
    operator: string;
    /**
     * Values to match against the field.
     *
     * Provenance: **observed** (mcp-e2e). Required: **inferred**.
     */
    values: string[];
};
/**
 * Test run
 *
 * A test run as get, list and update return it, and the list of a plan's runs. They differ, and so do documentation and live
 * service: expect any property but `id` and `status` to be absent. The documentation of get and list also shows the statuses
 * `IN_PROGRESS`, `PASSED` and `FAILED`. Get and list have `labels` and `environments` instead of `label_names` and
 * `environment_ids` (observed: mcp-probe).
 */
export type TestRun = {
    /**
     * Title of the test run as documented for get and list. The live service sends `title` there (observed: mcp-probe),
     * which is not documented for them.
     *
     * Provenance: **documented**.
     */
    name?: string;
    /**
     * Results of the run. Documented for get as one entry per test case, and for the runs of a plan as totals; the live
     * service was not seen sending it (observed: mcp-probe).
     *
     * Provenance: **documented**.
     */
    results?: {
        /**
         * Unique identifier of the test case.
         *
         * Provenance: **documented**. Required: **inferred**.
         *
         * Format: uuid
         */
        test_case_id: string;
        /**
         * Result of the test case, such as `PASSED` or `FAILED`.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        status: string;
    }[] | {
        /**
         * Number of test cases.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        total: number;
        /**
         * Number of passed test cases.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        passed: number;
        /**
         * Number of failed test cases.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        failed: number;
    };
    /**
     * When the run started. Documented for the runs of a plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    started_at?: Timestamp;
    /**
     * When the run ended. Documented for the runs of a plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    ended_at?: Timestamp;
    /**
     * How long the run took, in seconds. Documented for the runs of a plan.
     *
     * Provenance: **documented**.
     */
    duration?: number;
    /**
     * Labels of the test run.
     *
     * Provenance: **observed** (mcp-probe).
     */
    labels?: Label[];
    /**
     * Environments of the test run. Only `null` was seen.
     *
     * Provenance: **observed** (mcp-probe).
     */
    environments?: unknown[] | null;
    /**
     * Unique identifier of the test plan the run is linked to; an empty string if there is none.
     *
     * Provenance: **observed** (mcp-probe).
     */
    test_plan_id?: string;
    /**
     * Filters of a `DYNAMIC` selection.
     *
     * Provenance: **observed** (mcp-probe).
     */
    dynamic_selection_filters?: DynamicSelectionFilter[] | null;
    /**
     * Test cases left out of a `DYNAMIC` selection. Sending its `null` back in an update is rejected (observed: mcp-e2e).
     *
     * Provenance: **observed** (mcp-probe).
     */
    dynamic_selection_excluded_test_case_ids?: string[] | null;
    /**
     * Number of test cases by result. Only `null` was seen; the entries are as third-party code declares them.
     *
     * Provenance: **observed** (mcp-probe).
     */
    test_run_status_summary?: {
        /**
         * Unique identifier of the result status.
         *
         * Provenance: **inferred**.
         */
        status_id?: string;
        /**
         * Name of the result status.
         *
         * Provenance: **inferred**.
         */
        status_name?: string;
        /**
         * Number of test cases with this result.
         *
         * Provenance: **inferred**.
         */
        count?: number;
    }[] | null;
    /**
     * The user who closed the run. Only on a closed run; its type is not recorded.
     *
     * Provenance: **observed** (mcp-e2e).
     */
    closed_by?: unknown;
} & CreatedTestRun;
/**
 * Page info
 *
 * Where a page stands in a list. How to request the next page is not known.
 */
export type PageInfo = {
    /**
     * Number of items a page may have. Can exceed the number of items.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    page_size: number;
    /**
     * Number of items in the whole list.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    total_count: number;
    /**
     * Where the next page is; empty or `null` on the last page. Documented as a URL; the live service sends a base64
     * cursor instead (observed: mcp-probe), and the name of its query parameter is not recorded.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    next: string | null;
    /**
     * Where the previous page is; like `next`.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    prev: string | null;
};
/**
 * Test run page
 *
 * A page of test runs.
 */
export type TestRunPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test runs.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test runs of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_runs: TestRun[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Detailed error
 *
 * The error body of the application, sent for rejected input and for something that does not exist.
 */
export type DetailedError = {
    /**
     * What went wrong, in short.
     *
     * Provenance: **observed** (mcp-probe). Required: **observed**.
     *
     * @example Project not found
     */
    message: string;
    /**
     * What went wrong, in detail.
     *
     * Provenance: **observed** (mcp-probe). Required: **observed**.
     */
    errors: {
        /**
         * The HTTP status code.
         *
         * Provenance: **observed** (mcp-probe). Required: **observed**.
         *
         * @example 404
         */
        code: number;
        /**
         * What went wrong, in short.
         *
         * Provenance: **observed** (mcp-probe). Required: **observed**.
         *
         * @example Project not found
         */
        message: string;
        /**
         * What went wrong, with the value that was given.
         *
         * Provenance: **observed** (mcp-probe). Required: **observed**.
         *
         * @example Project not found with ID: c47ade67-0543-4582-a4a5-b7de447c94f5
         */
        details: string;
    };
};
/**
 * Coded error
 *
 * The error body of the gateway, sent for a missing or rejected key and for an unknown route.
 */
export type CodedError = {
    /**
     * The HTTP status code.
     *
     * Provenance: **observed** (mcp-probe). Required: **observed**.
     *
     * @example 401
     */
    code: number;
    /**
     * What went wrong. Not always meant for people.
     *
     * Provenance: **observed** (mcp-probe). Required: **observed**.
     *
     * @example Authorization header required
     */
    message: string;
};
/**
 * Message error
 *
 * The shortest error body, sent when the rate limit is exceeded.
 */
export type MessageError = {
    /**
     * What went wrong.
     *
     * Provenance: **observed** (mcp-notes). Required: **observed**.
     *
     * @example rate limit exceeded
     */
    message: string;
};
/**
 * Selection filter
 *
 * Selects test cases by one field. Only `id` with `IN` and test case UUIDs was seen working
 * (observed: mcp-e2e, test-framework).
 */
export type SelectionFilter = {
    /**
     * Field the filter is applied to.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example id
     */
    field: "id" | (string & {});
    /**
     * Operator used for filtering.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example IN
     */
    operator: "IN" | (string & {});
    /**
     * Array of values to match against the field. UUIDs of test cases; human-readable identifiers such as `DEMO-2` are
     * untested. An empty array is untested too; this spec rejects it (inferred).
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example [
     *   "9ac271b6-4e89-4c93-8c75-2d625efa0b2d"
     * ]
     */
    values: string[];
};
/**
 * Create test run body
 *
 * The documentation does not say what is required. Required here is what every request known to be accepted had
 * (inferred). Unknown properties are let through.
 */
export type CreateTestRunBody = {
    /**
     * Title of the test run. Must be unique (observed: test-framework); a second run with the same title is rejected.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example Regression suite — patient portal
     */
    title: string;
    /**
     * Brief description of the test run.
     *
     * Provenance: **documented**.
     *
     * @example Executing regression test cases
     */
    description?: string;
    /**
     * Status of the test run. Send `ACTIVE` to create a run; a run is closed later with `CLOSED` (observed: mcp-e2e). No
     * other value is proven.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example ACTIVE
     */
    status: "ACTIVE" | (string & {});
    /**
     * Unique identifier of the project the test run belongs to. Always the same as in the path; whether it may be left out
     * of the body is not recorded.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     *
     * @example c47ade67-0543-4582-a4a5-b7de447c94f5
     */
    project_id: string;
    /**
     * Human-readable identifier for the test run. The documented response to `DEMO-001` carries `DEMO-R-1`, so the service
     * seems to assign its own (inferred).
     *
     * Provenance: **documented**.
     *
     * @example DEMO-001
     */
    human_id?: string;
    /**
     * Type of test case selection. `STATIC` takes the cases named in `static_selection_filters`; `DYNAMIC`
     * (observed: mcp-e2e) takes every case of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example STATIC
     */
    selection_type: "STATIC" | "DYNAMIC";
    /**
     * Array of filters used to select the test cases included in the run. Send `[]` where `selection_type` is `DYNAMIC`
     * (observed: mcp-e2e).
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    static_selection_filters: SelectionFilter[];
    /**
     * Filters of a `DYNAMIC` selection. `[]` selects every case of the project. Any other filter was accepted and ignored:
     * the run silently contained every case.
     *
     * Provenance: **observed** (mcp-e2e).
     */
    dynamic_selection_filters?: DynamicSelectionFilter[];
    /**
     * Unique identifiers of test cases to leave out of a `DYNAMIC` selection. Reads of a run have this property
     * (observed: mcp-probe); no source shows a request that sends it.
     *
     * Provenance: **inferred**.
     */
    dynamic_selection_excluded_test_case_ids?: string[];
    /**
     * Unique identifier of the test plan to link the run to.
     *
     * Provenance: **observed** (mcp-e2e).
     *
     * Format: uuid
     *
     * @example 5d0c9d5f-7c0b-4b5e-9f0e-2f6f0f3b8a11
     */
    test_plan_id?: string;
    /**
     * Start date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
    /**
     * Unique identifier of the user assigned to the test run. Must be a user of the organization (observed: mcp-notes);
     * the `sub` claim of an API key is not one (observed: mcp-notes).
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     *
     * @example cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4
     */
    assignee_id?: string;
    /**
     * Array of labels associated with the test run. Names, unlike `label_ids` of test cases, step groups and test plans.
     *
     * Provenance: **documented**.
     *
     * @example [
     *   "Smoke",
     *   "Regression"
     * ]
     */
    label_names?: string[];
    /**
     * Array of environment identifiers the test run executes against. Only `[]` is documented; that the elements are
     * strings is a guess (inferred), and no endpoint is known to list environments.
     *
     * Provenance: **documented**.
     *
     * @example []
     */
    environment_ids?: string[];
};
/**
 * Created test run result
 *
 * The test run that was created.
 */
export type CreatedTestRunResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test run.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test run that was created.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_run: CreatedTestRun;
    };
};
/**
 * Test run result
 *
 * One test run.
 */
export type TestRunResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test run.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test run.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_run: TestRun;
    };
};
/**
 * Update test run body
 *
 * Send only what changes; `{"status":"CLOSED"}` alone was accepted (observed: mcp-e2e).
 */
export type UpdateTestRunBody = {
    /**
     * Title of the test run. Must be unique (observed: test-framework).
     *
     * Provenance: **documented**.
     */
    title?: string;
    /**
     * Brief description of the test run.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Status of the test run. `CLOSED` closes it permanently (observed: mcp-e2e). No value but `ACTIVE` is documented.
     *
     * Provenance: **documented**.
     *
     * @example ACTIVE
     * @example CLOSED
     */
    status?: "ACTIVE" | "CLOSED" | (string & {});
    /**
     * Unique identifier of the project the test run belongs to. May be left out (observed: mcp-e2e).
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    project_id?: string;
    /**
     * Human-readable identifier for the test run.
     *
     * Provenance: **documented**.
     */
    human_id?: string;
    /**
     * Type of test case selection.
     *
     * Provenance: **documented**.
     */
    selection_type?: "STATIC" | "DYNAMIC";
    /**
     * Start date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End date of the test run as a Unix timestamp.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
    /**
     * Unique identifier of the user assigned to the test run.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    assignee_id?: string;
    /**
     * Array of labels associated with the test run.
     *
     * Provenance: **documented**.
     */
    label_names?: string[];
    /**
     * Array of environment identifiers the test run executes against. Their type is a guess (inferred).
     *
     * Provenance: **documented**.
     */
    environment_ids?: string[];
};
/**
 * Message result
 *
 * A message alone.
 */
export type MessageResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
};
/**
 * Run case
 *
 * A test case inside a run, with its result. To set its result, send the identifier of the **test case**: `test_case.id`
 * where `test_case` is present (observed: mcp-probe), else `id` (documented).
 */
export type RunCase = {
    /**
     * Documented as the unique identifier of the test case. The live service sends an identifier of the run case here, and
     * the one of the test case in `test_case.id` (observed: mcp-probe).
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Title of the test case. The live service sends `test_case.title` instead (observed: mcp-probe).
     *
     * Provenance: **documented**.
     */
    name?: string;
    /**
     * Name of the result, such as `PASSED` and `FAILED`. The live service has `Passed`, `Failed`, `Blocked`, `Skipped`,
     * `UnTested` and `In Progress` (observed: mcp-e2e); expect others.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    status: "Passed" | "Failed" | "Blocked" | "Skipped" | "UnTested" | "In Progress" | (string & {});
    /**
     * Unique identifier of the user assigned to the test case; an empty string if no one is assigned
     * (observed: mcp-probe).
     *
     * Provenance: **documented**.
     */
    assignee_id?: string;
    /**
     * Unique identifier of the result, as in `listTestRunStatuses`.
     *
     * Provenance: **observed** (mcp-probe).
     */
    status_id?: string;
    /**
     * The assigned user. Only `null` was seen.
     *
     * Provenance: **observed** (mcp-probe).
     */
    assignee?: unknown;
    /**
     * The test case itself.
     *
     * Provenance: **observed** (mcp-probe, test-framework).
     */
    test_case?: {
        /**
         * Unique identifier of the test case.
         *
         * Provenance: **observed** (mcp-probe). Required: **inferred**.
         *
         * Format: uuid
         */
        id: string;
        /**
         * Human-readable identifier of the test case.
         *
         * Provenance: **observed** (mcp-probe).
         */
        human_id?: string;
        /**
         * Title of the test case.
         *
         * Provenance: **observed** (mcp-probe).
         */
        title?: string;
        /**
         * Steps as text; may contain HTML.
         *
         * Provenance: **observed** (mcp-probe).
         */
        steps?: string;
        /**
         * Expected results as text; may contain HTML.
         *
         * Provenance: **observed** (mcp-probe).
         */
        expected_results?: string;
        /**
         * Labels of the test case, without timestamps.
         *
         * Provenance: **observed** (mcp-probe).
         */
        labels?: Label[];
    };
};
/**
 * Run case page
 *
 * A page of the test cases of a run. Has either `data.test_run_cases` (observed: mcp-probe) or `data.test_cases`
 * (documented).
 */
export type RunCasePage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test cases of the run.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test cases of the run under their documented name. Not seen on the live service (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        test_cases?: RunCase[];
        /**
         * The test cases of the run under the name that the live service uses.
         *
         * Provenance: **observed** (mcp-probe, test-framework).
         */
        test_run_cases?: RunCase[];
    };
    /**
     * Where this page stands in the list. Not documented for this list.
     *
     * Provenance: **observed** (mcp-probe).
     */
    page_info?: PageInfo;
};
/**
 * Update test run cases body
 *
 * Results of test cases of the run.
 */
export type UpdateTestRunCasesBody = {
    /**
     * One entry for each test case whose result is set.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    test_run_cases: {
        /**
         * Unique identifier of the test case, not of the run case and not its human-readable one.
         *
         * Provenance: **documented**. Required: **inferred**.
         *
         * Format: uuid
         */
        test_case_id: string;
        /**
         * Unique identifier of the result, from `listTestRunStatuses`. Differs between organizations (inferred).
         *
         * Provenance: **documented**. Required: **inferred**.
         *
         * Format: uuid
         */
        test_run_status_id: string;
        /**
         * Unique identifier of the user who executed the test case.
         *
         * Provenance: **documented**.
         *
         * Format: uuid
         */
        user_id?: string;
        /**
         * Comment on the result. Reported to be silently ignored (observed: test-framework).
         *
         * Provenance: **documented**.
         */
        description?: string;
    }[];
};
/**
 * Update test run cases form
 *
 * The form that the live service accepts (observed: mcp-e2e, test-framework). Files are named `attachments_<i>_<j>`:
 * attachment `j` of entry `i` of `test_run_cases`. Third-party notes report that from Testsigma's Postman collection; no
 * source shows an attachment that was stored (inferred).
 */
export type UpdateTestRunCasesForm = {
    /**
     * `{"test_run_cases": […]}` as JSON text; see `UpdateTestRunCasesBody`.
     *
     * Provenance: **observed** (mcp-e2e, test-framework). Required: **observed**.
     */
    data: string;
    /**
     * A file attached to one result. Not seen working.
     *
     * Provenance: **inferred**.
     */
    [key: `attachments_${number}_${number}`]: FileContent;
};
/**
 * Run cases result
 *
 * The results that were set.
 */
export type RunCasesResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the results.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * One entry for each result.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_run_cases: {
            /**
             * Unique identifier of the test case.
             *
             * Provenance: **documented**. Required: **inferred**.
             *
             * Format: uuid
             */
            test_case_id: string;
            /**
             * Unique identifier of the result.
             *
             * Provenance: **documented**.
             */
            test_run_status_id?: string;
            /**
             * Unique identifier of the user who executed the test case.
             *
             * Provenance: **documented**.
             */
            user_id?: string;
            /**
             * When the result was set.
             *
             * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
             * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
             * documented; read 13 digits as milliseconds (inferred).
             *
             * Provenance: **documented**.
             *
             * Format: int64
             *
             * @example 1710675200
             */
            updated_at?: Timestamp;
        }[];
    };
};
/**
 * Assign test run user body
 *
 * Who executes which test case of the run.
 */
export type AssignTestRunUserBody = {
    /**
     * Unique identifier of the user, from `listUsers`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    user_id: string;
    /**
     * Unique identifier of the test case, not of the run case and not its human-readable one.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    test_case_id: string;
};
/**
 * Run case result
 *
 * The assignment.
 */
export type RunCaseResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the assignment.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The assignment.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_run_case: {
            /**
             * Unique identifier of the test case.
             *
             * Provenance: **documented**. Required: **inferred**.
             *
             * Format: uuid
             */
            test_case_id: string;
            /**
             * Unique identifier of the user.
             *
             * Provenance: **documented**. Required: **inferred**.
             *
             * Format: uuid
             */
            user_id: string;
            /**
             * When the user was assigned.
             *
             * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
             * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
             * documented; read 13 digits as milliseconds (inferred).
             *
             * Provenance: **documented**.
             *
             * Format: int64
             *
             * @example 1710675200
             */
            updated_at?: Timestamp;
        };
    };
};
/**
 * Import JUnit report form
 *
 * The report as a file.
 */
export type ImportJunitReportForm = {
    /**
     * The report, a file in JUnit XML. No size limit is known.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    junit_xml: FileContent;
};
/**
 * Import
 *
 * A JUnit import as its upload returns it.
 */
export type Import = {
    /**
     * Unique identifier of the import.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    id?: string;
    /**
     * Status of the import; `pending`, `in_progress`, `completed` and `failed` are documented.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example pending
     * @example in_progress
     * @example completed
     * @example failed
     */
    status: "pending" | "in_progress" | "completed" | "failed" | (string & {});
    /**
     * Human-readable identifier of the test run.
     *
     * Provenance: **documented**.
     */
    test_run_id?: string;
    /**
     * When the report was uploaded.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
};
/**
 * Import result
 *
 * The JUnit import that was started.
 */
export type ImportResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the JUnit import.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The JUnit import.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        import: Import;
    };
};
/**
 * Import status
 *
 * The status of a JUnit import, and what it imported.
 */
export type ImportStatus = {
    /**
     * Status of the import; `pending`, `in_progress`, `completed` and `failed` are documented.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example pending
     * @example in_progress
     * @example completed
     * @example failed
     */
    status: "pending" | "in_progress" | "completed" | "failed" | (string & {});
    /**
     * What was imported.
     *
     * Provenance: **documented**.
     */
    details?: {
        /**
         * Number of imported results.
         *
         * Provenance: **documented**.
         */
        imported_count?: number;
        /**
         * Number of results that could not be imported.
         *
         * Provenance: **documented**.
         */
        failed_count?: number;
        /**
         * Why results could not be imported. Only `[]` is documented; the type of its items is not known.
         *
         * Provenance: **documented**.
         */
        errors?: unknown[];
    };
};
/**
 * Import status result
 *
 * The status of one JUnit import.
 */
export type ImportStatusResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the JUnit import.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The status of the JUnit import.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        import: ImportStatus;
    };
};
/**
 * Test plan
 *
 * A test plan as create, get, list, update and complete return it; they differ in what they leave out.
 */
export type TestPlan = {
    /**
     * Unique identifier of the test plan.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Human-readable identifier of the test plan.
     *
     * Provenance: **documented**.
     *
     * @example HCP-P-1
     */
    human_id?: string;
    /**
     * Title of the test plan. Not documented for the list, which has it anyway (observed: mcp-notes).
     *
     * Provenance: **documented**.
     */
    title?: string;
    /**
     * Title of the test plan as documented for the list. The live service sends `title` there (observed: mcp-notes).
     *
     * Provenance: **documented**.
     */
    name?: string;
    /**
     * Description of the test plan.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Status of the test plan. `ACTIVE` and `COMPLETED` are documented; expect others.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * @example ACTIVE
     * @example COMPLETED
     */
    status: "ACTIVE" | "COMPLETED" | (string & {});
    /**
     * Start of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
    /**
     * Unique identifiers of the labels.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
    /**
     * When the test plan was completed.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    completed_at?: Timestamp;
    /**
     * When the test plan was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the test plan was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
    /**
     * Unique identifier of the project.
     *
     * Provenance: **observed** (mcp-notes).
     */
    project_id?: string;
    /**
     * Number of test runs in the plan.
     *
     * Provenance: **observed** (mcp-notes).
     */
    test_runs_count?: number;
    /**
     * Number of test cases in the plan.
     *
     * Provenance: **observed** (mcp-notes).
     */
    test_cases_count?: number;
};
/**
 * Test plan page
 *
 * A page of test plans.
 */
export type TestPlanPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test plans.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test plans of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_plans: TestPlan[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Create test plan body
 *
 * Only `title` was needed (observed: mcp-notes).
 */
export type CreateTestPlanBody = {
    /**
     * Title of the test plan.
     *
     * Provenance: **documented**. Required: **observed**.
     */
    title: string;
    /**
     * Description of the test plan.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Start of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
    /**
     * Unique identifiers of labels, from `listLabels`; not names, as test runs take.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
};
/**
 * Test plan result
 *
 * One test plan.
 */
export type TestPlanResult = {
    /**
     * Whether the request succeeded, such as `success`. Only `completeTestPlan` sends it.
     *
     * Provenance: **documented**.
     */
    status?: string;
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test plan.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test plan.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_plan: TestPlan;
    };
};
/**
 * Update test plan body
 *
 * The properties to change.
 */
export type UpdateTestPlanBody = {
    /**
     * Title of the test plan.
     *
     * Provenance: **documented**.
     */
    title?: string;
    /**
     * Description of the test plan.
     *
     * Provenance: **observed** (mcp-notes).
     */
    description?: string;
    /**
     * Start of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **observed** (mcp-notes).
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: Timestamp;
    /**
     * End of the test plan.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **observed** (mcp-notes).
     *
     * Format: int64
     *
     * @example 1710675200
     */
    end_date?: Timestamp;
};
/**
 * Individual step
 *
 * One step of a test case of the template `STEPS`.
 */
export type IndividualStep = {
    /**
     * Unique identifier of the step. Looks like a UUID, but a documented one is not of a known variant, so strict UUID
     * validators reject it.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    id: string;
    /**
     * What to do.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    step_description: string;
    /**
     * What should happen.
     *
     * Provenance: **documented**.
     */
    expected_results?: string;
    /**
     * Position of the step. Fractions are possible.
     *
     * Provenance: **documented**.
     */
    order?: number;
    /**
     * Type of the step. Only `DEFAULT` is documented; expect others.
     *
     * Provenance: **documented**.
     */
    step_type?: "DEFAULT" | (string & {});
    /**
     * Unique identifier of the step group that the step stands for.
     *
     * Provenance: **documented**.
     */
    step_group_id?: string | null;
    /**
     * Unique identifier of the test case.
     *
     * Provenance: **documented**.
     */
    test_case_id?: string;
    /**
     * When the step was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the step was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
};
/**
 * Test case
 *
 * A test case as create, get, list and update return it; they differ in what they leave out.
 */
export type TestCase = {
    /**
     * Unique identifier of the test case; what filters and results of test runs take.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Title of the test case.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    title: string;
    /**
     * Description of the test case.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Template of the test case; `TCD` (text) and `STEPS` (individual steps) are known.
     *
     * Provenance: **documented**.
     *
     * @example TCD
     * @example STEPS
     */
    template_type?: "TCD" | "STEPS" | (string & {});
    /**
     * What must hold before the test case is executed.
     *
     * Provenance: **documented**.
     */
    preconditions?: string;
    /**
     * Steps as lines of text; may contain HTML (observed: test-framework).
     *
     * Provenance: **documented**.
     */
    steps?: string;
    /**
     * Expected results as lines of text; may contain HTML (observed: test-framework).
     *
     * Provenance: **documented**.
     */
    expected_results?: string;
    /**
     * Human-readable identifier of the test case.
     *
     * Provenance: **documented**.
     *
     * @example DEMO-2
     */
    human_id?: string;
    /**
     * Unique identifier of the owner.
     *
     * Provenance: **documented**.
     */
    owner_id?: string;
    /**
     * Unique identifier of the type, as in `listTestCaseTypes`.
     *
     * Provenance: **documented**.
     */
    type_id?: string;
    /**
     * Unique identifier of the status, as in `listTestCaseStatuses`.
     *
     * Provenance: **documented**.
     */
    status_id?: string;
    /**
     * Unique identifier of the automation type, as in `listTestCaseAutomationTypes`.
     *
     * Provenance: **documented**.
     */
    automation_type_id?: string;
    /**
     * Unique identifier of the priority, as in `listTestCasePriorities`.
     *
     * Provenance: **documented**.
     */
    priority_id?: string;
    /**
     * Unique identifier of the reviewer. Can be absent (observed: mcp-probe).
     *
     * Provenance: **documented**.
     */
    reviewer_id?: string;
    /**
     * Unique identifier of the folder.
     *
     * Provenance: **documented**.
     */
    folder_id?: string;
    /**
     * Unique identifier of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    project_id: string;
    /**
     * Steps of the template `STEPS`.
     *
     * Provenance: **documented**.
     */
    individual_steps?: IndividualStep[];
    /**
     * Labels of the test case.
     *
     * Provenance: **observed** (mcp-probe).
     */
    labels?: Label[];
    /**
     * When the test case was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the test case was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
};
/**
 * Test case page
 *
 * A page of test cases.
 */
export type TestCasePage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test cases.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test cases of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_cases: TestCase[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Individual step body
 *
 * One step to store. Its result is `expected_results`, unlike `expected_result` in step groups.
 */
export type IndividualStepBody = {
    /**
     * What to do.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    step_description: string;
    /**
     * What should happen.
     *
     * Provenance: **documented**.
     */
    expected_results?: string;
    /**
     * Position of the step, from 1. Fractions are possible.
     *
     * Provenance: **documented**.
     */
    order?: number;
    /**
     * Type of the step. Only `DEFAULT` is documented.
     *
     * Provenance: **documented**.
     *
     * @example DEFAULT
     */
    step_type?: "DEFAULT" | (string & {});
    /**
     * Unique identifier of the step group to reuse; `null` for a step of its own.
     *
     * Provenance: **documented**.
     */
    step_group_id?: string | null;
};
/**
 * Create test case body
 *
 * Without `status_id`, `priority_id`, `type_id`, `automation_type_id` or `owner_id` the service responded with 400 and
 * `Invalid ID format: `, which does not name the property (observed: mcp-notes). Others leave `owner_id` out; the result
 * is not recorded. That `title` and `project_id` are needed is a guess (inferred).
 */
export type CreateTestCaseBody = {
    /**
     * Title of the test case.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    title: string;
    /**
     * Description of the test case.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Template of the test case, `TCD` for text or `STEPS` for individual steps. An update can switch it.
     *
     * Provenance: **documented**.
     */
    template_type?: "TCD" | "STEPS";
    /**
     * What must hold before the test case is executed.
     *
     * Provenance: **documented**.
     */
    preconditions?: string;
    /**
     * Steps as lines of text, for the template `TCD`.
     *
     * Provenance: **documented**.
     */
    steps?: string;
    /**
     * Expected results as lines of text, for the template `TCD`.
     *
     * Provenance: **documented**.
     */
    expected_results?: string;
    /**
     * Unique identifier of the type, from `listTestCaseTypes`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    type_id: string;
    /**
     * Unique identifier of the status, from `listTestCaseStatuses`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    status_id: string;
    /**
     * Unique identifier of the automation type, from `listTestCaseAutomationTypes`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    automation_type_id: string;
    /**
     * Unique identifier of the project; the same as in the path.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    project_id: string;
    /**
     * Unique identifier of the priority, from `listTestCasePriorities`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    priority_id: string;
    /**
     * Unique identifier of the owner, from `listUsers`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    owner_id: string;
    /**
     * Unique identifier of the reviewer, from `listUsers`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    reviewer_id?: string;
    /**
     * Unique identifier of the folder, from `listFolders`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    folder_id?: string;
    /**
     * Labels by their unique identifiers from `listLabels` (observed: mcp-notes), although the documented example has a
     * name.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
    /**
     * Steps, for the template `STEPS`.
     *
     * Provenance: **documented**.
     */
    individual_steps?: IndividualStepBody[];
};
/**
 * Test case result
 *
 * One test case.
 */
export type TestCaseResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the test case.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The test case.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        test_case: TestCase;
    };
};
/**
 * Update test case body
 *
 * The properties to change. Others send only some, without a recorded result (observed: test-framework), or the whole
 * test case with changes (observed: mcp-notes).
 */
export type UpdateTestCaseBody = {
    /**
     * Title of the test case.
     *
     * Provenance: **documented**.
     */
    title?: string;
    /**
     * Description of the test case.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Template of the test case, `TCD` for text or `STEPS` for individual steps. An update can switch it.
     *
     * Provenance: **documented**.
     */
    template_type?: "TCD" | "STEPS";
    /**
     * What must hold before the test case is executed.
     *
     * Provenance: **documented**.
     */
    preconditions?: string;
    /**
     * Steps as lines of text, for the template `TCD`.
     *
     * Provenance: **documented**.
     */
    steps?: string;
    /**
     * Expected results as lines of text, for the template `TCD`.
     *
     * Provenance: **documented**.
     */
    expected_results?: string;
    /**
     * Unique identifier of the type, from `listTestCaseTypes`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    type_id?: string;
    /**
     * Unique identifier of the status, from `listTestCaseStatuses`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    status_id?: string;
    /**
     * Unique identifier of the automation type, from `listTestCaseAutomationTypes`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    automation_type_id?: string;
    /**
     * Unique identifier of the project; the same as in the path.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    project_id?: string;
    /**
     * Unique identifier of the priority, from `listTestCasePriorities`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    priority_id?: string;
    /**
     * Unique identifier of the owner, from `listUsers`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    owner_id?: string;
    /**
     * Unique identifier of the reviewer, from `listUsers`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    reviewer_id?: string;
    /**
     * Unique identifier of the folder, from `listFolders`.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     */
    folder_id?: string;
    /**
     * Labels by their unique identifiers from `listLabels` (observed: mcp-notes), although the documented example has a
     * name.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
    /**
     * Steps, for the template `STEPS`.
     *
     * Provenance: **documented**.
     */
    individual_steps?: IndividualStepBody[];
};
/**
 * Folder
 *
 * A folder of test cases.
 */
export type Folder = {
    /**
     * Unique identifier of the folder.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Name of the folder.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    name: string;
    /**
     * Unique identifier of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    project_id: string;
    /**
     * Folders in this folder. Always `[]` in the list (observed: mcp-probe); that they are folders is a guess (inferred).
     *
     * Provenance: **documented**.
     */
    children?: Folder[];
    /**
     * Unique identifier of the parent folder; an empty string at the top level.
     *
     * Provenance: **documented**.
     */
    parent_folder_id?: string;
    /**
     * Position of the folder among its siblings; `-1` where it is not set.
     *
     * Provenance: **documented**.
     */
    order?: number;
};
/**
 * Folder page
 *
 * A page of folders.
 */
export type FolderPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the folders.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The folders of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        folders: Folder[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Create folder body
 *
 * A folder with `name` alone was accepted (observed: mcp-e2e). Its parent is set with `moveFolder`.
 */
export type CreateFolderBody = {
    /**
     * Name of the folder.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    name: string;
    /**
     * Position of the folder among its siblings.
     *
     * Provenance: **documented**.
     */
    order?: number;
};
/**
 * Folder result
 *
 * One folder.
 */
export type FolderResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the folder.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The folder.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        folder: Folder;
    };
};
/**
 * Update folder body
 *
 * The properties to change.
 */
export type UpdateFolderBody = {
    /**
     * Name of the folder.
     *
     * Provenance: **documented**.
     */
    name?: string;
    /**
     * Position of the folder among its siblings; `-1` for none.
     *
     * Provenance: **documented**.
     */
    order?: number;
};
/**
 * Move folder body
 *
 * Where the folder is moved to.
 */
export type MoveFolderBody = {
    /**
     * Unique identifier of the new parent folder. That `null` means the top level is a guess (inferred).
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    parent_folder_id: string | null;
};
/**
 * Step group
 *
 * A list of steps that several test cases reuse.
 */
export type StepGroup = {
    /**
     * Unique identifier of the step group.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Title of the step group.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    title: string;
    /**
     * Description of the step group.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Human-readable identifier of the step group.
     *
     * Provenance: **documented**.
     *
     * @example DEMO-SG-5
     */
    human_id?: string;
    /**
     * The steps. Absent in the list.
     *
     * Provenance: **documented**.
     */
    steps?: {
        /**
         * Unique identifier of the step.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        id: string;
        /**
         * What to do.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        step_description: string;
        /**
         * What should happen. Sent as `expected_result`.
         *
         * Provenance: **documented**.
         */
        expected_results?: string;
        /**
         * Position of the step.
         *
         * Provenance: **documented**.
         */
        order?: number;
        /**
         * Unique identifier of the step group.
         *
         * Provenance: **documented**.
         */
        step_group_id?: string;
        /**
         * When the step was created.
         *
         * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
         * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
         * documented; read 13 digits as milliseconds (inferred).
         *
         * Provenance: **documented**.
         *
         * Format: int64
         *
         * @example 1710675200
         */
        created_at?: Timestamp;
        /**
         * When the step was last updated.
         *
         * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
         * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
         * documented; read 13 digits as milliseconds (inferred).
         *
         * Provenance: **documented**.
         *
         * Format: int64
         *
         * @example 1710675200
         */
        updated_at?: Timestamp;
    }[];
    /**
     * Unique identifier of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    project_id: string;
    /**
     * When the step group was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the step group was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
};
/**
 * Step group page
 *
 * A page of step groups, without their steps.
 */
export type StepGroupPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the step groups.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The step groups of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        step_groups: StepGroup[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Step group step body
 *
 * One step to store. Its result is `expected_result` here, and `expected_results` in every response.
 */
export type StepGroupStepBody = {
    /**
     * What to do.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    step_description: string;
    /**
     * What should happen. Singular here; `expected_results` in the response and in test cases.
     *
     * Provenance: **documented**.
     */
    expected_result?: string;
    /**
     * Position of the step, from 1.
     *
     * Provenance: **documented**.
     */
    order?: number;
};
/**
 * Create step group body
 *
 * What the service requires is not recorded.
 */
export type CreateStepGroupBody = {
    /**
     * Title of the step group.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    title: string;
    /**
     * Description of the step group.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Unique identifiers of labels, from `listLabels`; not names, as test runs take.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
    /**
     * The steps.
     *
     * Provenance: **documented**.
     */
    steps?: StepGroupStepBody[];
};
/**
 * Step group result
 *
 * One step group.
 */
export type StepGroupResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the step group.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The step group.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        step_group: StepGroup;
    };
};
/**
 * Update step group body
 *
 * The properties to change.
 */
export type UpdateStepGroupBody = {
    /**
     * Title of the step group.
     *
     * Provenance: **documented**.
     */
    title?: string;
    /**
     * Description of the step group.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Unique identifiers of labels, from `listLabels`; not names, as test runs take.
     *
     * Provenance: **documented**.
     */
    label_ids?: string[];
    /**
     * The steps.
     *
     * Provenance: **documented**.
     */
    steps?: StepGroupStepBody[];
};
/**
 * Project
 *
 * A project.
 */
export type Project = {
    /**
     * Unique identifier of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * When the project was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the project was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
    /**
     * Name of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    name: string;
    /**
     * Description of the project.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Begins every human-readable identifier in the project.
     *
     * Provenance: **documented**.
     *
     * @example HCP
     */
    human_id_prefix?: string;
};
/**
 * Project page
 *
 * A page of projects.
 */
export type ProjectPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the projects.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The projects of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        projects: Project[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Create project body
 *
 * What the service requires is not recorded.
 */
export type CreateProjectBody = {
    /**
     * Name of the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    name: string;
    /**
     * Description of the project.
     *
     * Provenance: **documented**.
     */
    description?: string;
    /**
     * Begins every human-readable identifier in the project. An update is not documented to change it.
     *
     * Provenance: **documented**.
     *
     * @example HCP
     */
    human_id_prefix?: string;
};
/**
 * Project result
 *
 * One project.
 */
export type ProjectResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the project.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The project.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        project: Project;
    };
};
/**
 * Update project body
 *
 * The properties to change.
 */
export type UpdateProjectBody = {
    /**
     * Name of the project.
     *
     * Provenance: **documented**.
     */
    name?: string;
    /**
     * Description of the project.
     *
     * Provenance: **documented**.
     */
    description?: string;
};
/**
 * Lookup row
 *
 * A value that an organization can rename in the app. Its identifier differs between organizations (inferred).
 */
export type LookupRow = {
    /**
     * Unique identifier of the value.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Name of the value.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    name: string;
    /**
     * Position of the value in its list.
     *
     * Provenance: **documented**.
     */
    order?: number;
    /**
     * Short name of the value.
     *
     * Provenance: **documented**.
     */
    alias?: string;
    /**
     * Address of an icon.
     *
     * Provenance: **documented**.
     */
    icon_url?: string;
};
/**
 * Test run status page
 *
 * The results that a test case in a run can have.
 */
export type TestRunStatusPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the results.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The results.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        statuses: LookupRow[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Test case status page
 *
 * The statuses that a test case can have.
 */
export type TestCaseStatusPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the statuses.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The statuses of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        statuses: LookupRow[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Test case type page
 *
 * The types that a test case can have.
 */
export type TestCaseTypePage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the types.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The types of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        types: LookupRow[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Test case priority page
 *
 * The priorities that a test case can have.
 */
export type TestCasePriorityPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the priorities.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The priorities of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        priorities: LookupRow[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Test case automation type page
 *
 * The automation types that a test case can have.
 */
export type TestCaseAutomationTypePage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the automation types.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: {
        /**
         * The automation types of this page.
         *
         * Provenance: **documented**. Required: **inferred**.
         */
        automation_types: LookupRow[];
    };
    /**
     * Where this page stands in the list.
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * User
 *
 * A user of the organization.
 */
export type User = {
    /**
     * Unique identifier of the user, for `assignee_id`, `owner_id` and `user_id`.
     *
     * Provenance: **documented**. Required: **inferred**.
     *
     * Format: uuid
     */
    id: string;
    /**
     * Email address of the user.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    email: string;
    /**
     * First name of the user.
     *
     * Provenance: **documented**.
     */
    first_name?: string;
    /**
     * Last name of the user.
     *
     * Provenance: **documented**.
     */
    last_name?: string;
    /**
     * Status of the user. Documented as `active` and `inactive`; the live service sends `ACTIVE` (observed: mcp-probe).
     *
     * Provenance: **documented**.
     *
     * @example active
     * @example ACTIVE
     */
    status?: string;
    /**
     * When the user was created.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at?: Timestamp;
    /**
     * When the user was last updated.
     *
     * Unix timestamp. Documented in seconds (10 digits). The live service returns milliseconds (13 digits) and accepts seconds
     * without an error (observed: mcp-notes, test-framework), so the unit of what you send is unsettled. Send seconds, as
     * documented; read 13 digits as milliseconds (inferred).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at?: Timestamp;
    /**
     * Another identifier of the user. Its purpose is not known.
     *
     * Provenance: **observed** (mcp-probe).
     */
    identity_user_uuid?: string;
};
/**
 * User page
 *
 * The users of the organization. Unlike every other list, `data` is the array itself.
 */
export type UserPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    message: string;
    /**
     * The users of this page.
     *
     * Provenance: **documented**. Required: **inferred**.
     */
    data: User[];
    /**
     * Where this page stands in the list. Missing on the live service (observed: mcp-probe).
     *
     * Provenance: **documented**.
     */
    page_info?: PageInfo;
};
/**
 * Label page
 *
 * The labels of the organization.
 */
export type LabelPage = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **observed** (mcp-probe). Required: **inferred**.
     */
    message: string;
    /**
     * Wraps the labels.
     *
     * Provenance: **observed** (mcp-probe). Required: **inferred**.
     */
    data: {
        /**
         * The labels.
         *
         * Provenance: **observed** (mcp-probe). Required: **inferred**.
         */
        labels: Label[];
    };
};
export interface paths {
    "/projects/{project_id}/test_runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List test runs
         *
         * Lists the test runs of a project.
         *
         * A filter that the service does not know is ignored, not rejected (observed: mcp-probe): check each run before you
         * change or delete what a filtered list returned. No filter is documented for this list; others send `search`,
         * `test_plan_id` and `title__CONTAINS`, without a recorded effect (observed: mcp-notes, test-framework). So find a run
         * by reading the pages and comparing titles: `title` on the live service (observed: mcp-probe), `name` in the
         * documentation.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestRuns"];
        put?: never;
        /**
         * Create a test run
         *
         * Creates a new test run in a project from a static selection of test cases. A dynamic selection is accepted too
         * (observed: mcp-e2e).
         *
         * - The title must be unique: a second run with the same title is rejected (observed: test-framework). Whether unique in
         *   the project or in the organization is not recorded.
         * - Not idempotent: no idempotency key is known, and only the unique title prevents a second run (inferred). After a
         *   timeout, or a 500 that is not the rate limit, look for the run with `listTestRuns` before you send the request again
         *   (inferred).
         * - Name test cases by their UUIDs; `getTestCase` finds the UUID of `DEMO-2`. Whether a filter takes `DEMO-2` itself is
         *   untested. Labels go by name here (`label_names`), by UUID everywhere else (`label_ids`).
         * - The test cases of a new run can take a few seconds to appear in it (observed: test-framework).
         *
         * Provenance: **documented**.
         */
        post: operations["createTestRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_runs/{test_run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /**
         * Get a test run
         *
         * Reads one test run. Do not send what you read back in an update: its
         * `dynamic_selection_excluded_test_case_ids: null` is rejected there (observed: mcp-e2e).
         *
         * Provenance: **documented**.
         */
        get: operations["getTestRun"];
        /**
         * Update or close a test run
         *
         * Changes a test run, or closes it with `{"status":"CLOSED"}` (observed: mcp-e2e).
         *
         * - **Closing is permanent.** It locks the run (documented for the app), and no way to reopen one is known
         *   (observed: mcp-notes). So after a doubtful failure read the run instead of sending the request again: a second
         *   closing may fail although the first succeeded (inferred).
         * - Send only what changes. What `getTestRun` returned is not accepted as it is: `null` in
         *   `dynamic_selection_excluded_test_case_ids` is rejected (observed: mcp-e2e).
         *
         * Provenance: **documented**.
         */
        put: operations["updateTestRun"];
        post?: never;
        /**
         * Delete a test run
         *
         * Deletes a test run permanently, as far as is known (inferred). What happens to its results and attachments is not
         * documented. Read the run before: a list whose filter was ignored contains others too.
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteTestRun"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_runs/{test_run_id}/test_cases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /**
         * List the test cases of a run
         *
         * Lists the test cases of a run with their results.
         *
         * - The live service has them in `data.test_run_cases` (observed: mcp-probe), not in `data.test_cases` (documented).
         * - **Two identifiers:** on the live service `id` is that of the run case, and `test_case.id` that of the test case
         *   (observed: mcp-probe). `updateTestRunCases` and `assignTestRunUser` take the second.
         * - The list of a new run can be empty for some seconds (observed: test-framework): read again before you conclude that
         *   a case is missing.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestRunCases"];
        /**
         * Set results of test cases
         *
         * Sets the results of test cases of a run.
         *
         * - `test_case_id` is the identifier of the **test case**. In the list of a run's cases the live service has it in
         *   `test_case.id`, and another identifier in `id` (observed: mcp-probe).
         * - Documented as JSON. The live service accepts a form whose part `data` contains that JSON as text
         *   (observed: mcp-e2e, test-framework); whether it accepts plain JSON is not recorded.
         * - A result without attachments can be set again without harm (inferred); with attachments a repetition may attach them
         *   twice (inferred). So it is not sent again automatically.
         * - The cases of a new run can take some seconds to appear, and setting a result fails until then
         *   (observed: test-framework).
         *
         * Provenance: **documented**.
         */
        put: operations["updateTestRunCases"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_runs/{test_run_id}/assign_user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Assign a user to a test case of a run
         *
         * Assigns a user to one test case of a run. `test_case_id` is the identifier of the **test case**: in the list of a run's
         * cases the live service has it in `test_case.id` (observed: mcp-probe). No public code was seen using this operation.
         *
         * Provenance: **documented**.
         */
        put: operations["assignTestRunUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/junit-import/test-run/{test_run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a JUnit report
         *
         * Uploads a report in JUnit XML into a test run. The documented example names the run by its human-readable identifier.
         *
         * - The import can still be running when the response arrives (observed: mcp-notes): poll `getJunitImport` until it is
         *   `completed` or `failed`.
         * - Not idempotent: there is no known way to detect a report that was uploaded before (inferred). After a timeout, or a
         *   500 that is not the rate limit, read the run before you send the report again.
         *
         * Provenance: **documented**.
         */
        post: operations["importJunitReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/junit-imports/{import_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the import, from `importJunitReport`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example ebbbcb9f-e532-41dd-9170-369e5ba4539a
                 */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        /**
         * Get the status of a JUnit import
         *
         * Reads how far a JUnit import is: `pending`, `in_progress`, `completed` or `failed`. A `completed` import can have
         * failed results: check `details.failed_count` (inferred).
         *
         * Provenance: **documented**.
         */
        get: operations["getJunitImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_plans": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List test plans
         *
         * Lists the test plans of a project. Their title is documented as `name` here; the live service sends `title`
         * (observed: mcp-notes). A filter that the service does not know is ignored, not rejected (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        get: operations["listTestPlans"];
        put?: never;
        /**
         * Create a test plan
         *
         * Creates a test plan. Link runs to it with `test_plan_id` when you create them (observed: mcp-e2e). `label_ids` takes
         * UUIDs from `listLabels`, not names.
         *
         * Not idempotent: sent twice, it can create two plans (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["createTestPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_plans/{test_plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        /**
         * Get a test plan
         *
         * Reads one test plan. Its runs are in `listTestPlanRuns`.
         *
         * Provenance: **documented**.
         */
        get: operations["getTestPlan"];
        /**
         * Update a test plan
         *
         * Changes a test plan. Only `title` is documented; a plan sent back whole with other values was accepted
         * (observed: mcp-notes). Complete a plan with `completeTestPlan`.
         *
         * Provenance: **documented**.
         */
        put: operations["updateTestPlan"];
        post?: never;
        /**
         * Delete a test plan
         *
         * Deletes a test plan permanently, as far as is known (inferred). What happens to its runs is not documented; they are said
         * to stay, without a plan (observed: mcp-notes).
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteTestPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_plans/{test_plan_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a test plan
         *
         * Marks a test plan as complete. It takes no body. No way to make a plan active again is known, and what becomes of its
         * active runs is not documented.
         *
         * Provenance: **documented**.
         */
        post: operations["completeTestPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_plans/{test_plan_id}/test_runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        /**
         * List the test runs of a plan
         *
         * Lists the test runs of a plan. The documented runs have times and totals but no title; what the live service sends here
         * was not recorded.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestPlanRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_cases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List test cases
         *
         * Lists the test cases of a project. `search` finds the UUID that belongs to a human-readable identifier.
         *
         * A filter that the service does not know is ignored, not rejected: `q` and `filter` were (observed: mcp-probe). Check
         * each test case before you change or delete what a filtered list returned. Whether `title__CONTAINS` filters is not
         * recorded.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestCases"];
        put?: never;
        /**
         * Create a test case
         *
         * Creates a test case. First look up the five identifiers that it needs: with `listTestCaseTypes`,
         * `listTestCaseStatuses`, `listTestCaseAutomationTypes`, `listTestCasePriorities` and `listUsers`. A missing one is
         * rejected with `Invalid ID format: `, without its name (observed: mcp-notes). `label_ids` takes UUIDs from `listLabels`
         * (observed: mcp-notes), not names as in the documented example. Steps have `expected_results` here, but
         * `expected_result` in step groups.
         *
         * Not idempotent: sent twice, it can create two test cases (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["createTestCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/test_cases/{test_case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Identifier of the test case, as a UUID or human-readable such as `DEMO-2`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 9c09349f-5c16-4d29-9f8e-194576b6b841
                 */
                test_case_id: components["parameters"]["TestCaseId"];
            };
            cookie?: never;
        };
        /**
         * Get a test case
         *
         * Reads one test case, by its UUID or by its human-readable identifier: the way from `DEMO-2` to the UUID that test runs
         * take.
         *
         * Provenance: **documented**.
         */
        get: operations["getTestCase"];
        /**
         * Update a test case
         *
         * Changes a test case. `template_type` switches between text and individual steps. `individual_steps` seem to replace all
         * steps, which get new identifiers (inferred from the documented example).
         *
         * Provenance: **documented**.
         */
        put: operations["updateTestCase"];
        post?: never;
        /**
         * Delete a test case
         *
         * Deletes a test case permanently, as far as is known (inferred). What happens to it and to its results in test runs is not
         * documented. Read the test case before: a list whose filter was ignored contains others too (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteTestCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/folders": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List folders
         *
         * Lists every folder of a project, flat: `children` is always empty here, so build the tree from `parent_folder_id`
         * (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        get: operations["listFolders"];
        put?: never;
        /**
         * Create a folder
         *
         * Creates a folder at the top level of a project; `moveFolder` puts it into another one.
         *
         * Not idempotent: sent twice, it can create two folders (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["createFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/folders/{folder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        /**
         * Get a folder
         *
         * Reads one folder. Its test cases are in `listTestCases` with `folder_id`.
         *
         * Provenance: **documented**.
         */
        get: operations["getFolder"];
        /**
         * Update a folder
         *
         * Renames a folder or changes its position. `moveFolder` changes its parent.
         *
         * Provenance: **documented**.
         */
        put: operations["updateFolder"];
        post?: never;
        /**
         * Delete a folder
         *
         * Deletes a folder permanently, as far as is known (inferred). What happens to its test cases and to the folders in it is
         * not documented: they may be deleted too. Look into it before with `listTestCases` and `listFolders`.
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteFolder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/folders/{folder_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a folder
         *
         * Puts a folder into another one. Moved again to the same place it stays there, so the request can be sent again
         * (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["moveFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/step_groups": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * List step groups
         *
         * Lists the step groups of a project, without their steps. A filter that the service does not know is ignored, not
         * rejected (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        get: operations["listStepGroups"];
        put?: never;
        /**
         * Create a step group
         *
         * Creates a step group. Its steps are sent with `expected_result` and returned with `expected_results`. `label_ids`
         * takes UUIDs from `listLabels`, not names.
         *
         * Not idempotent: sent twice, it can create two step groups (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["createStepGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/step_groups/{step_group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the step group. A human-readable one such as `DEMO-SG-1` seems to be accepted too (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40
                 */
                step_group_id: components["parameters"]["StepGroupId"];
            };
            cookie?: never;
        };
        /**
         * Get a step group
         *
         * Reads one step group with its steps.
         *
         * Provenance: **documented**.
         */
        get: operations["getStepGroup"];
        /**
         * Update a step group
         *
         * Changes a step group, and with it every test case that reuses it (inferred). Its steps are sent with `expected_result`
         * and returned with `expected_results`; they seem to replace all steps (inferred).
         *
         * Provenance: **documented**.
         */
        put: operations["updateStepGroup"];
        post?: never;
        /**
         * Delete a step group
         *
         * Deletes a step group permanently, as far as is known (inferred). What happens to the test cases that reuse it is not
         * documented.
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteStepGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects
         *
         * Lists the projects. Find here the `project_id` of every other path. A filter that the service does not know is ignored,
         * not rejected (observed: mcp-probe); whether `name__CONTAINS`, which others send, filters is not recorded.
         *
         * Provenance: **documented**.
         */
        get: operations["listProjects"];
        put?: never;
        /**
         * Create a project
         *
         * Creates a project.
         *
         * Not idempotent: sent twice, it can create two projects (inferred).
         *
         * Provenance: **documented**.
         */
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /**
         * Get a project
         *
         * Reads one project.
         *
         * Provenance: **documented**.
         */
        get: operations["getProject"];
        /**
         * Update a project
         *
         * Changes the name or the description of a project.
         *
         * Provenance: **documented**.
         */
        put: operations["updateProject"];
        post?: never;
        /**
         * Delete a project
         *
         * Deletes a project permanently, as far as is known (inferred). What happens to its test cases, folders, step groups, runs
         * and plans is not documented: take it that they are deleted too (inferred). Read the project before.
         *
         * Provenance: **documented**.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test_runs/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test run statuses
         *
         * Lists the results that a test case in a run can have; `updateTestRunCases` takes their `id`. The documentation shows
         * `Running` and `Completed`; one live account had `Passed`, `Failed`, `Blocked`, `Skipped`, `UnTested` and `In Progress`
         * (observed: mcp-e2e). Look a result up by its name.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestRunStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test_cases/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test case statuses
         *
         * Lists the statuses that a test case can have; look up a `status_id` here by its name.
         * The documentation shows `Active` and `Draft`; one live account had `Draft` and `Ready` (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        get: operations["listTestCaseStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test_cases/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test case types
         *
         * Lists the types that a test case can have; look up a `type_id` here by its name.
         * The documentation shows `Functional` and `Regression`.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestCaseTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test_cases/priorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test case priorities
         *
         * Lists the priorities that a test case can have; look up a `priority_id` here by its name.
         * The documentation shows `High` and `Medium`; one live account had `Major` and `Minor` (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        get: operations["listTestCasePriorities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test_cases/automation_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test case automation types
         *
         * Lists the automation types that a test case can have; look up an `automation_type_id` here by name.
         * The documentation shows `Web Application` and `Mobile Web` here, and `Automated` or `Not Automated` for the app.
         *
         * Provenance: **documented**.
         */
        get: operations["listTestCaseAutomationTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         *
         * Lists the users of the organization, to find the identifier of an assignee, owner or reviewer by email. The `sub` claim
         * of an API key is none of them, and no endpoint tells whose key it is (observed: mcp-probe, mcp-notes).
         *
         * Provenance: **documented**.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List labels
         *
         * Lists the labels of the organization: the only known way from the name of a label to the identifier that `label_ids`
         * takes. Not documented, and no endpoint that creates or changes labels is known.
         *
         * Provenance: **observed** (mcp-probe).
         */
        get: operations["listLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Timestamp: Timestamp;
        CreatedTestRun: CreatedTestRun;
        Label: Label;
        DynamicSelectionFilter: DynamicSelectionFilter;
        TestRun: TestRun;
        PageInfo: PageInfo;
        TestRunPage: TestRunPage;
        DetailedError: DetailedError;
        CodedError: CodedError;
        MessageError: MessageError;
        SelectionFilter: SelectionFilter;
        CreateTestRunBody: CreateTestRunBody;
        CreatedTestRunResult: CreatedTestRunResult;
        TestRunResult: TestRunResult;
        UpdateTestRunBody: UpdateTestRunBody;
        MessageResult: MessageResult;
        RunCase: RunCase;
        RunCasePage: RunCasePage;
        UpdateTestRunCasesBody: UpdateTestRunCasesBody;
        UpdateTestRunCasesForm: UpdateTestRunCasesForm;
        RunCasesResult: RunCasesResult;
        AssignTestRunUserBody: AssignTestRunUserBody;
        RunCaseResult: RunCaseResult;
        ImportJunitReportForm: ImportJunitReportForm;
        Import: Import;
        ImportResult: ImportResult;
        ImportStatus: ImportStatus;
        ImportStatusResult: ImportStatusResult;
        TestPlan: TestPlan;
        TestPlanPage: TestPlanPage;
        CreateTestPlanBody: CreateTestPlanBody;
        TestPlanResult: TestPlanResult;
        UpdateTestPlanBody: UpdateTestPlanBody;
        IndividualStep: IndividualStep;
        TestCase: TestCase;
        TestCasePage: TestCasePage;
        IndividualStepBody: IndividualStepBody;
        CreateTestCaseBody: CreateTestCaseBody;
        TestCaseResult: TestCaseResult;
        UpdateTestCaseBody: UpdateTestCaseBody;
        Folder: Folder;
        FolderPage: FolderPage;
        CreateFolderBody: CreateFolderBody;
        FolderResult: FolderResult;
        UpdateFolderBody: UpdateFolderBody;
        MoveFolderBody: MoveFolderBody;
        StepGroup: StepGroup;
        StepGroupPage: StepGroupPage;
        StepGroupStepBody: StepGroupStepBody;
        CreateStepGroupBody: CreateStepGroupBody;
        StepGroupResult: StepGroupResult;
        UpdateStepGroupBody: UpdateStepGroupBody;
        Project: Project;
        ProjectPage: ProjectPage;
        CreateProjectBody: CreateProjectBody;
        ProjectResult: ProjectResult;
        UpdateProjectBody: UpdateProjectBody;
        LookupRow: LookupRow;
        TestRunStatusPage: TestRunStatusPage;
        TestCaseStatusPage: TestCaseStatusPage;
        TestCaseTypePage: TestCaseTypePage;
        TestCasePriorityPage: TestCasePriorityPage;
        TestCaseAutomationTypePage: TestCaseAutomationTypePage;
        User: User;
        UserPage: UserPage;
        LabelPage: LabelPage;
    };
    responses: {
        /**
         * The input was rejected.
         *
         * Nothing was changed (inferred). Validation was seen with this status (observed: mcp-probe); the documentation lists 422
         * instead.
         *
         * Provenance: **observed** (mcp-probe).
         */
        BadRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DetailedError;
            };
        };
        /**
         * The API key is missing or was rejected.
         *
         * Without a key every path responds with 401, known or not (observed: mcp-probe). The two cases differ in `message` only
         * (observed: mcp-probe).
         *
         * Provenance: **documented**.
         */
        Unauthorized: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": CodedError;
            };
        };
        /**
         * Something that the path names does not exist.
         *
         * An unknown route has a body of `code` and `message` only (observed: mcp-probe): check the base URL.
         *
         * Provenance: **documented**.
         */
        NotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DetailedError | CodedError;
            };
        };
        /**
         * The input was rejected.
         *
         * Nothing was changed (inferred). Only the status code is documented: no body was published or seen, so the schema is the
         * one of 400 (inferred).
         *
         * Provenance: **documented**.
         */
        UnprocessableContent: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DetailedError;
            };
        };
        /**
         * The rate limit was exceeded, or the service failed.
         *
         * Read the body: with the message `rate limit exceeded` (observed: mcp-notes) the request was not executed and is safe to
         * send again (inferred). With any other body it may have been executed (inferred).
         *
         * Provenance: **documented**.
         */
        InternalServerError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                "x-tms-api-limit": components["headers"]["TmsApiLimit"];
                "x-tms-api-remaining": components["headers"]["TmsApiRemaining"];
                "x-tms-api-reset": components["headers"]["TmsApiReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": MessageError;
            };
        };
    };
    parameters: {
        /**
         * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
         *
         * Provenance: **documented**.
         *
         * @example c47ade67-0543-4582-a4a5-b7de447c94f5
         */
        ProjectId: string;
        /**
         * Number of items on a page. Without it a page has 20; the largest size is not recorded.
         *
         * Provenance: **documented**.
         *
         * @example 25
         */
        PageSize: number;
        /**
         * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
         * documented JUnit import).
         *
         * Provenance: **documented**.
         *
         * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
         */
        TestRunId: string;
        /**
         * Unique identifier of the import, from `importJunitReport`.
         *
         * Provenance: **documented**.
         *
         * @example ebbbcb9f-e532-41dd-9170-369e5ba4539a
         */
        ImportId: string;
        /**
         * Excludes the items with this name. The only documented filter.
         *
         * Provenance: **documented**.
         *
         * @example Archive
         */
        NameNeq: string;
        /**
         * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
         * human-readable one such as `DEMO-P-1` too (documented).
         *
         * Provenance: **documented**.
         *
         * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
         */
        TestPlanId: string;
        /**
         * Identifier of the test case, as a UUID or human-readable such as `DEMO-2`.
         *
         * Provenance: **documented**.
         *
         * @example 9c09349f-5c16-4d29-9f8e-194576b6b841
         */
        TestCaseId: string;
        /**
         * Unique identifier of the folder.
         *
         * Provenance: **documented**.
         *
         * @example e8db64d3-9291-44d9-9e30-69438c272f05
         */
        FolderId: string;
        /**
         * Unique identifier of the step group. A human-readable one such as `DEMO-SG-1` seems to be accepted too (inferred).
         *
         * Provenance: **documented**.
         *
         * @example b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40
         */
        StepGroupId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * Identifies the request; quote it to support. The sources disagree whether this header or `x-tms-api-request-id` carries it.
         *
         * Provenance: **observed** (mcp-notes).
         *
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        RequestId: string;
        /**
         * Identifies the request; quote it to support. The sources disagree whether this header or `x-request-id` carries it.
         *
         * Provenance: **observed** (mcp-notes).
         *
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        TmsApiRequestId: string;
        /**
         * Requests allowed per second. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed** (mcp-notes).
         *
         * @example 10
         */
        TmsApiLimit: number;
        /**
         * Requests left. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed** (mcp-notes).
         *
         * @example 0
         */
        TmsApiRemaining: number;
        /**
         * A negative integer was seen; what it counts is not known. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed** (mcp-notes).
         *
         * @example -1
         */
        TmsApiReset: number;
    };
    pathItems: never;
}
export interface operations {
    listTestRuns: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of test runs.
             *
             * Documented with `name` and few properties; the live service sends more (observed: mcp-probe).
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestRunPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The test run to create. */
        requestBody: {
            content: {
                "application/json": CreateTestRunBody;
            };
        };
        responses: {
            /**
             * The test run was created.
             *
             * 200 is the documented status; the live status is not recorded, so accept any 2xx (inferred).
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CreatedTestRunResult;
                };
            };
            /**
             * The input was rejected.
             *
             * Nothing was created (inferred). Validation was seen with this status (observed: mcp-probe); the documentation
             * lists 422 instead.
             *
             * Provenance: **observed** (mcp-probe).
             */
            400: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": DetailedError | MessageError;
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test run.
             *
             * Documented with `name` and `results`; the live service sends the run of a list (observed: mcp-probe).
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestRunResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateTestRunBody;
            };
        };
        responses: {
            /**
             * The test run was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestRunResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test run was deleted.
             *
             * The documentation shows a body with this status, which HTTP does not allow: expect none (inferred).
             *
             * Provenance: **documented**.
             */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestRunCases: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page, as other lists take it. Not documented for this list.
                 *
                 * Provenance: **inferred**.
                 *
                 * @example 25
                 */
                page_size?: number;
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of the run's test cases.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RunCasePage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateTestRunCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /** The results. */
        requestBody: {
            content: {
                "application/json": UpdateTestRunCasesBody;
                "multipart/form-data": UpdateTestRunCasesForm;
            };
        };
        responses: {
            /**
             * The results were set.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RunCasesResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    assignTestRunUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /** The assignment. */
        requestBody: {
            content: {
                "application/json": AssignTestRunUserBody;
            };
        };
        responses: {
            /**
             * The user was assigned.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RunCaseResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    importJunitReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test run. A human-readable one such as `DEMO-R-1` seems to be accepted too (inferred from the
                 * documented JUnit import).
                 *
                 * Provenance: **documented**.
                 *
                 * @example 7b2f9c14-58a1-4d2e-9f3a-6c1e8d40a2b9
                 */
                test_run_id: components["parameters"]["TestRunId"];
            };
            cookie?: never;
        };
        /** The report. */
        requestBody: {
            content: {
                "multipart/form-data": ImportJunitReportForm;
            };
        };
        responses: {
            /**
             * The report was uploaded.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ImportResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getJunitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the import, from `importJunitReport`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example ebbbcb9f-e532-41dd-9170-369e5ba4539a
                 */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The status of the import.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ImportStatusResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestPlans: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * Excludes the items with this name. The only documented filter.
                 *
                 * Provenance: **documented**.
                 *
                 * @example Archive
                 */
                name__NEQ?: components["parameters"]["NameNeq"];
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of test plans.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestPlanPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createTestPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The test plan to create. */
        requestBody: {
            content: {
                "application/json": CreateTestPlanBody;
            };
        };
        responses: {
            /**
             * The test plan was created.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestPlanResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTestPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test plan.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestPlanResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateTestPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateTestPlanBody;
            };
        };
        responses: {
            /**
             * The test plan was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestPlanResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteTestPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test plan was deleted.
             *
             * The body may be empty (inferred): public code allows for that.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    completeTestPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test plan was completed.
             *
             * The only response with a `status` next to `message`.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestPlanResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestPlanRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the test plan. Testsigma's Postman collection, as public notes transcribe it, accepts a
                 * human-readable one such as `DEMO-P-1` too (documented).
                 *
                 * Provenance: **documented**.
                 *
                 * @example f2a8c1d4-9e63-4b27-8a51-7c0d6e9f3b42
                 */
                test_plan_id: components["parameters"]["TestPlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of test runs.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestRunPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestCases: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * Only the test cases of this folder.
                 *
                 * Provenance: **observed** (mcp-probe).
                 *
                 * @example 580e3972-7f4a-4748-87e6-9b74873e2b93
                 */
                folder_id?: string;
                /**
                 * Only the test cases that match this text or human-readable identifier.
                 *
                 * Provenance: **observed** (mcp-probe).
                 *
                 * @example DEMO-2
                 */
                search?: string;
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of test cases.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCasePage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createTestCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The test case to create. */
        requestBody: {
            content: {
                "application/json": CreateTestCaseBody;
            };
        };
        responses: {
            /**
             * The test case was created.
             *
             * Provenance: **documented**.
             */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTestCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Identifier of the test case, as a UUID or human-readable such as `DEMO-2`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 9c09349f-5c16-4d29-9f8e-194576b6b841
                 */
                test_case_id: components["parameters"]["TestCaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test case.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateTestCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Identifier of the test case, as a UUID or human-readable such as `DEMO-2`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 9c09349f-5c16-4d29-9f8e-194576b6b841
                 */
                test_case_id: components["parameters"]["TestCaseId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateTestCaseBody;
            };
        };
        responses: {
            /**
             * The test case was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteTestCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Identifier of the test case, as a UUID or human-readable such as `DEMO-2`.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 9c09349f-5c16-4d29-9f8e-194576b6b841
                 */
                test_case_id: components["parameters"]["TestCaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The test case was deleted.
             *
             * The body may be empty (inferred): public code allows for that.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listFolders: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of folders.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": FolderPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The folder to create. */
        requestBody: {
            content: {
                "application/json": CreateFolderBody;
            };
        };
        responses: {
            /**
             * The folder was created.
             *
             * Provenance: **documented**.
             */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": FolderResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The folder.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": FolderResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateFolderBody;
            };
        };
        responses: {
            /**
             * The folder was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": FolderResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The folder was deleted.
             *
             * The body may be empty (inferred): public code allows for that.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    moveFolder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the folder.
                 *
                 * Provenance: **documented**.
                 *
                 * @example e8db64d3-9291-44d9-9e30-69438c272f05
                 */
                folder_id: components["parameters"]["FolderId"];
            };
            cookie?: never;
        };
        /** Where the folder is moved to. */
        requestBody: {
            content: {
                "application/json": MoveFolderBody;
            };
        };
        responses: {
            /**
             * The folder was moved.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": FolderResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listStepGroups: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of step groups.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StepGroupPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createStepGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The step group to create. */
        requestBody: {
            content: {
                "application/json": CreateStepGroupBody;
            };
        };
        responses: {
            /**
             * The step group was created.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StepGroupResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getStepGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the step group. A human-readable one such as `DEMO-SG-1` seems to be accepted too (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40
                 */
                step_group_id: components["parameters"]["StepGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The step group.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StepGroupResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateStepGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the step group. A human-readable one such as `DEMO-SG-1` seems to be accepted too (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40
                 */
                step_group_id: components["parameters"]["StepGroupId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateStepGroupBody;
            };
        };
        responses: {
            /**
             * The step group was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StepGroupResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteStepGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
                /**
                 * Unique identifier of the step group. A human-readable one such as `DEMO-SG-1` seems to be accepted too (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example b3d9f1a2-6c84-4e57-9a01-2f7c5d8e1b40
                 */
                step_group_id: components["parameters"]["StepGroupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The step group was deleted.
             *
             * The documentation shows a body with this status, which HTTP does not allow: expect none (inferred).
             *
             * Provenance: **documented**.
             */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /**
                 * Number of items on a page. Without it a page has 20; the largest size is not recorded.
                 *
                 * Provenance: **documented**.
                 *
                 * @example 25
                 */
                page_size?: components["parameters"]["PageSize"];
                /**
                 * Excludes the items with this name. The only documented filter.
                 *
                 * Provenance: **documented**.
                 *
                 * @example Archive
                 */
                name__NEQ?: components["parameters"]["NameNeq"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * A page of projects.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ProjectPage;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The project to create. */
        requestBody: {
            content: {
                "application/json": CreateProjectBody;
            };
        };
        responses: {
            /**
             * The project was created.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ProjectResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The project.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ProjectResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        /** The properties to change. */
        requestBody: {
            content: {
                "application/json": UpdateProjectBody;
            };
        };
        responses: {
            /**
             * The project was updated.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ProjectResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project. A UUID, not the prefix such as `DEMO` (inferred).
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The project was deleted.
             *
             * The body may be empty (inferred): public code allows for that.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageResult;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestRunStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The results.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestRunStatusPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestCaseStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The statuses.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseStatusPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestCaseTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The types.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseTypePage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestCasePriorities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The priorities.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCasePriorityPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTestCaseAutomationTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The automation types.
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TestCaseAutomationTypePage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The users.
             *
             * `data` is the array itself; the live service sends no `page_info` (observed: mcp-probe).
             *
             * Provenance: **documented**.
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The labels.
             *
             * No `page_info` was seen; others send `page_size` here.
             *
             * Provenance: **observed** (mcp-probe).
             */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LabelPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            500: components["responses"]["InternalServerError"];
        };
    };
}

/** The documented JSON bodies of each failing status, over all operations. */
export interface ErrorBodies {
    400: DetailedError | MessageError;
    401: CodedError;
    404: CodedError | DetailedError;
    422: DetailedError;
    500: MessageError;
}
