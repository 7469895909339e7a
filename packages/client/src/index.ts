export type * from "@testsigma-tms/types";
export { createClient, type TestsigmaClient } from "./create-client.js";
export {
  ApiError,
  AuthenticationError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./errors/api-error.js";
export { InputError, type InputProblem } from "./errors/input-error.js";
export { type Outcome, TestsigmaError } from "./errors/testsigma-error.js";
export { ConnectionError, RedirectError, ResponseError, TimeoutError } from "./errors/transport-errors.js";
export type * from "./generated/operations.js";
export type { CallOptions, ResponseInfo } from "./options/call-options.js";
export type { AttemptNotice, AttemptReport, ClientOptions, RetryNotice } from "./options/client-options.js";
export { findProject } from "./recipes/find-project.js";
export { type ItemOf, paginate } from "./recipes/paginate.js";
export type { WaitOptions } from "./recipes/poll.js";
export { toDate } from "./recipes/to-date.js";
export { waitForImport } from "./recipes/wait-for-import.js";
export { type RunCasesOptions, waitForRunCases } from "./recipes/wait-for-run-cases.js";
