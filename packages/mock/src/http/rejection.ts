import { type MockResponse, toMockResponse } from "./response.js";

/** Thrown to respond with an error that is not in the spec, in the service's own shape: `{ code, message }`. */
export class Rejection extends Error {
  override name = "Rejection";
  readonly response: MockResponse;

  constructor(code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.response = toMockResponse({ status: code }, { code, message }, headers);
  }
}
