import { type MockResponse, toMockResponse } from "./response.js";

/** The maximum length of a message, which may quote a part of the request. */
const maxLength = 2000;

/** Thrown to respond with an error that is not in the spec, in the service's own shape: `{ code, message }`. */
export class Rejection extends Error {
  override name = "Rejection";
  readonly response: MockResponse;

  constructor(code: number, message: string, headers: Record<string, string> = {}) {
    super(message.length > maxLength ? `${message.slice(0, maxLength)}…` : message);
    this.response = toMockResponse({ status: code }, { code, message: this.message }, headers);
  }
}
