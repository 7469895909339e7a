export { createClient, type TestsigmaClient } from "./create-client.js";
export {
  ApiError,
  AuthenticationError,
  ConnectionError,
  InputError,
  type InputProblem,
  LookupError,
  NotFoundError,
  type Outcome,
  RateLimitError,
  RedirectError,
  ResponseError,
  ServerError,
  TestsigmaError,
  TimeoutError,
  ValidationError,
  WaitError,
} from "./errors.js";
export type {
  AttemptNotice,
  AttemptReport,
  CallOptions,
  ClientOptions,
  ResponseInfo,
  RetryNotice,
} from "./options/options.js";
export { findProject } from "./recipes/find-project.js";
export { type PaceOptions, pace } from "./recipes/pace.js";
export { type ItemOf, paginate } from "./recipes/paginate.js";
export { toDate } from "./recipes/to-date.js";
export { type RunCasesOptions, type WaitOptions, waitForImport, waitForRunCases } from "./recipes/wait.js";
