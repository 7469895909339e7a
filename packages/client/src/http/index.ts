export type * from "@testsigma-tms/types";
export type { ClientOptions } from "../options/client-options.js";
export { createFetch, type TestsigmaFetch } from "./create-fetch.js";
export { createHttpClient, type HttpClient } from "./create-http-client.js";
export type { FetchInit } from "./read-request.js";
