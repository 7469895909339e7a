// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/**
 * Selection filter
 *
 * Selects test cases by one field. Only `id` with `IN` and test case UUIDs was seen working (observed).
 */
export type SelectionFilter = {
    /**
     * Field the filter is applied to.
     *
     * Provenance: **documented**.
     *
     * @example id
     */
    field: string;
    /**
     * Operator used for filtering.
     *
     * Provenance: **documented**.
     *
     * @example IN
     */
    operator: string;
    /**
     * Array of values to match against the field. Whether human-readable identifiers match is untested, and so is an empty
     * array, which is refused here (inferred).
     *
     * Provenance: **documented**.
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
 * The documentation marks no member required or optional. Required here is what the smallest request known to be accepted
 * contains (inferred). Unknown members are let through.
 */
export type CreateTestRunBody = {
    /**
     * Title of the test run. Must be unique (observed); a second run with the same title is refused.
     *
     * Provenance: **documented**.
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
     * Status of the test run. Send `ACTIVE` to create a run; a run is closed later with `CLOSED` (observed). No other
     * value is proven.
     *
     * Provenance: **documented**.
     *
     * @example ACTIVE
     */
    status: string;
    /**
     * Unique identifier of the project the test run belongs to. Always the same as in the path; whether it may be left out
     * of the body is not recorded.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     *
     * @example c47ade67-0543-4582-a4a5-b7de447c94f5
     */
    project_id: string;
    /**
     * Human-readable identifier for the test run. The documented answer to `DEMO-001` carries `DEMO-R-1`, so the service
     * seems to assign its own (inferred).
     *
     * Provenance: **documented**.
     *
     * @example DEMO-001
     */
    human_id?: string;
    /**
     * Type of test case selection. `STATIC` takes the cases named in `static_selection_filters`; `DYNAMIC` (observed) takes
     * every case of the project.
     *
     * Provenance: **documented**.
     *
     * @example STATIC
     */
    selection_type: "STATIC" | "DYNAMIC";
    /**
     * Array of filters used to select the test cases included in the run. Send `[]` where `selection_type` is `DYNAMIC`
     * (observed).
     *
     * Provenance: **documented**.
     */
    static_selection_filters: SelectionFilter[];
    /**
     * Filters of a `DYNAMIC` selection. `[]` selects every case of the project; a filter that is not empty was accepted and
     * ignored.
     *
     * Provenance: **observed**.
     */
    dynamic_selection_filters?: SelectionFilter[];
    /**
     * Unique identifiers of test cases to leave out of a `DYNAMIC` selection. Never shown sent.
     *
     * Provenance: **observed**.
     */
    dynamic_selection_excluded_test_case_ids?: string[];
    /**
     * Unique identifier of the test plan to link the run to.
     *
     * Provenance: **observed**.
     *
     * Format: uuid
     *
     * @example 5d0c9d5f-7c0b-4b5e-9f0e-2f6f0f3b8a11
     */
    test_plan_id?: string;
    /**
     * Start date of the test run as a Unix timestamp. Unit unsettled: seconds as documented; the live service accepts
     * seconds and returns milliseconds (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: number;
    /**
     * End date of the test run as a Unix timestamp. Unit unsettled: seconds as documented; the live service accepts seconds
     * and returns milliseconds (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710761600
     */
    end_date?: number;
    /**
     * Unique identifier of the user assigned to the test run. Must be a user of the organisation (observed); the `sub`
     * claim of an API key is not one (observed).
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     *
     * @example cbbc40a5-26e9-4b88-8c27-3626c9fbdaa4
     */
    assignee_id?: string;
    /**
     * Array of labels associated with the test run.
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
 * Test run
 *
 * A created test run. The documentation marks no member optional; required here is what does not depend on an optional
 * member of the request (inferred). Unknown members may come.
 *
 * Provenance: **documented**.
 */
export type TestRun = {
    /**
     * Unique identifier of the created test run.
     *
     * Provenance: **documented**.
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
    human_id: string;
    /**
     * Unix timestamp of when the test run was created. Documented in seconds; the live service returns milliseconds
     * (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    created_at: number;
    /**
     * Unix timestamp of the last update to the test run. Documented in seconds; the live service returns milliseconds
     * (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    updated_at: number;
    /**
     * Title of the test run.
     *
     * Provenance: **documented**.
     *
     * @example Regression suite — patient portal
     */
    title: string;
    /**
     * Description of the test run.
     *
     * Provenance: **documented**.
     *
     * @example Executing regression test cases
     */
    description?: string;
    /**
     * Status of the test run. Known values are `ACTIVE` and `CLOSED` (observed); expect others.
     *
     * Provenance: **documented**.
     *
     * @example ACTIVE
     */
    status: string;
    /**
     * Unique identifier of the project the test run belongs to.
     *
     * Provenance: **documented**.
     *
     * Format: uuid
     *
     * @example c47ade67-0543-4582-a4a5-b7de447c94f5
     */
    project_id: string;
    /**
     * Type of test case selection used for the run. Known values are `STATIC` and `DYNAMIC` (observed); expect others.
     *
     * Provenance: **documented**.
     *
     * @example STATIC
     */
    selection_type: string;
    /**
     * Start date of the test run as a Unix timestamp. Documented in seconds; the live service returns milliseconds
     * (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710675200
     */
    start_date?: number;
    /**
     * End date of the test run as a Unix timestamp. Documented in seconds; the live service returns milliseconds
     * (observed).
     *
     * Provenance: **documented**.
     *
     * Format: int64
     *
     * @example 1710761600
     */
    end_date?: number;
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
     * Number of test cases in the run.
     *
     * Provenance: **observed**.
     *
     * @example 1
     */
    test_cases_count?: number;
};
/**
 * Create test run result
 *
 * Body of a successful answer. Unknown members may come at every level.
 */
export type CreateTestRunResult = {
    /**
     * Status message for the request; may be empty.
     *
     * Provenance: **documented**.
     *
     * @example
     */
    message: string;
    /**
     * Wraps the created test run.
     *
     * Provenance: **documented**.
     */
    data: {
        /**
         * A created test run. The documentation marks no member optional; required here is what does not depend on an optional
         * member of the request (inferred). Unknown members may come.
         *
         * Provenance: **documented**.
         */
        test_run: TestRun;
    };
};
/**
 * Detailed error
 *
 * The error body of the application, sent for refused input and for an unknown entity.
 */
export type DetailedError = {
    /**
     * What went wrong, in short.
     *
     * Provenance: **observed**.
     *
     * @example Project not found
     */
    message: string;
    /**
     * What went wrong, in detail.
     *
     * Provenance: **observed**.
     */
    errors: {
        /**
         * The HTTP status code.
         *
         * Provenance: **observed**.
         *
         * @example 404
         */
        code: number;
        /**
         * What went wrong, in short.
         *
         * Provenance: **observed**.
         *
         * @example Project not found
         */
        message: string;
        /**
         * What went wrong, with the value that was given.
         *
         * Provenance: **observed**.
         *
         * @example Project not found with ID: c47ade67-0543-4582-a4a5-b7de447c94f5
         */
        details: string;
    };
};
/**
 * Message error
 *
 * The shortest error body, sent for a breach of the rate limit.
 */
export type MessageError = {
    /**
     * What went wrong.
     *
     * Provenance: **observed**.
     *
     * @example rate limit exceeded
     */
    message: string;
};
/**
 * Coded error
 *
 * The error body of the gateway, sent for a missing or refused key and for an unknown route.
 */
export type CodedError = {
    /**
     * The HTTP status code.
     *
     * Provenance: **observed**.
     *
     * @example 401
     */
    code: number;
    /**
     * What went wrong. Not always meant for people.
     *
     * Provenance: **observed**.
     *
     * @example Authorization header required
     */
    message: string;
};
export interface paths {
    "/projects/{project_id}/test_runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project the test run belongs to.
                 *
                 * Provenance: **documented**.
                 *
                 * @example c47ade67-0543-4582-a4a5-b7de447c94f5
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a test run
         *
         * Creates a new test run in a project from a static selection of test cases. A dynamic selection is accepted too
         * (observed).
         *
         * - The title must be unique: a second run with the same title is refused (observed). Whether unique in the project or
         *   in the organisation is not recorded.
         * - Not idempotent: sent twice, it can create two runs, and no idempotency key is known (inferred).
         * - The test cases of a new run can take a few seconds to appear in it (observed).
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
}
export interface components {
    schemas: {
        SelectionFilter: SelectionFilter;
        CreateTestRunBody: CreateTestRunBody;
        TestRun: TestRun;
        CreateTestRunResult: CreateTestRunResult;
        DetailedError: DetailedError;
        MessageError: MessageError;
        CodedError: CodedError;
    };
    responses: {
        /**
         * The test run was created. 200 is the documented status; the live status is not recorded, and folders and test cases
         * answer 201 (observed), so accept any 2xx.
         *
         * Provenance: **documented**.
         */
        TestRunCreated: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": CreateTestRunResult;
            };
        };
        /**
         * The input was refused and nothing was created. Validation answers 400 (observed); the documentation lists 422 and not
         * 400.
         *
         * Provenance: **observed**.
         */
        BadRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "x-tms-api-request-id": components["headers"]["TmsApiRequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": DetailedError | MessageError;
            };
        };
        /**
         * The API key is missing or was refused, and nothing was created. Without a key every path answers 401, known or not
         * (observed). The two cases differ in `message` only (observed).
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
         * The project does not exist, and nothing was created. An unknown route answers 404 with `code` and `message` only
         * (observed): check the base URL.
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
         * The input was refused and nothing was created. Only the status code is documented: no body was published or seen, so the
         * shape is the one of 400 (inferred).
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
         * Ambiguous until its body is read. With the message `rate limit exceeded` (observed) the request was not executed and is
         * safe to send again (inferred). With any other body the test run may or may not have been created (inferred): look for
         * its title before you send it again.
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
         * Unique identifier of the project the test run belongs to.
         *
         * Provenance: **documented**.
         *
         * @example c47ade67-0543-4582-a4a5-b7de447c94f5
         */
        ProjectId: string;
    };
    requestBodies: never;
    headers: {
        /**
         * Identifies the request; quote it to support. The sources disagree whether this header or `x-tms-api-request-id` carries it.
         *
         * Provenance: **observed**.
         *
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        RequestId: string;
        /**
         * Identifies the request; quote it to support. The sources disagree whether this header or `x-request-id` carries it.
         *
         * Provenance: **observed**.
         *
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        TmsApiRequestId: string;
        /**
         * Requests allowed in a second. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed**.
         *
         * @example 10
         */
        TmsApiLimit: number;
        /**
         * Requests left. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed**.
         *
         * @example 0
         */
        TmsApiRemaining: number;
        /**
         * A negative integer was seen; what it counts is not known. Sent with the message `rate limit exceeded`.
         *
         * Provenance: **observed**.
         *
         * @example -1
         */
        TmsApiReset: number;
    };
    pathItems: never;
}
export interface operations {
    createTestRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Unique identifier of the project the test run belongs to.
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
            200: components["responses"]["TestRunCreated"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
