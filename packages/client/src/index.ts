export type * from "@testsigma-tms/types";
export { createClient, type TestsigmaClient } from "./create-client.js";
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  InputError,
  type InputProblem,
  NotFoundError,
  type Outcome,
  RateLimitError,
  RedirectError,
  ResponseError,
  ServerError,
  TestsigmaError,
  TimeoutError,
  ValidationError,
} from "./errors.js";
export type * from "./generated/operations.js";
export type {
  AttemptNotice,
  AttemptReport,
  CallOptions,
  ClientOptions,
  ResponseInfo,
  RetryNotice,
} from "./options/options.js";
export { findProject } from "./recipes/find-project.js";
export { type ItemOf, paginate } from "./recipes/paginate.js";
export { toDate } from "./recipes/to-date.js";
export type { WaitOptions } from "./recipes/wait.js";
export { type RunCasesOptions, waitForImport, waitForRunCases } from "./recipes/wait.js";
