export { createFetch, type TestsigmaFetch } from "./http/fetch.js";
export { createHttpClient, type HttpClient } from "./http/openapi-fetch.js";
export type { FetchInit } from "./http/read-request.js";
export type { ClientOptions } from "./options/options.js";
