import type { paths } from "@testsigma-tms/types";
import createOpenApiFetch, { type Client } from "openapi-fetch";
import type { RequestCarrier } from "./transport/request-carrier.js";

/** The typed openapi-fetch client. Only this file knows openapi-fetch, so that it can be replaced here. */
export type HttpClient = Client<paths, "application/json">;

/** Creates an openapi-fetch client on a transport. */
export const createHttp: (options: {
  baseUrl: string;
  headers: Headers;
  fetch: (request: Request | RequestCarrier) => Promise<Response>;
}) => HttpClient = createOpenApiFetch;
