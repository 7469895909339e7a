import type { components } from "./generated/openapi.js";

export type { components, operations, paths } from "./generated/openapi.js";

type Schemas = components["schemas"];

/** Body of `POST /projects/{project_id}/test_runs`. */
export type CreateTestRunBody = Schemas["CreateTestRunBody"];
/** Body of its successful answer. */
export type CreateTestRunResult = Schemas["CreateTestRunResult"];
/** A test run, as the API answers it. */
export type TestRun = Schemas["TestRun"];
/** One filter of a test case selection. */
export type SelectionFilter = Schemas["SelectionFilter"];
/** Error body `{ code, message }`: a missing or refused key, an unknown route. */
export type CodedError = Schemas["CodedError"];
/** Error body `{ message, errors: { code, message, details } }`: refused input, an unknown entity. */
export type DetailedError = Schemas["DetailedError"];
/** Error body `{ message }`: the rate limit, an internal error. */
export type MessageError = Schemas["MessageError"];
