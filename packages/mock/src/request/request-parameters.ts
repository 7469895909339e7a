import type { RequestHeaders } from "../http/mock-request.js";

/** The parts of a request other than its body. */
export interface RequestParameters {
  /** The path parameters, by their names in the template. */
  path: ReadonlyMap<string, string>;
  query: URLSearchParams;
  headers: RequestHeaders;
}
