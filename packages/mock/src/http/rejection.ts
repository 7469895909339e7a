import type { MockResponse } from "./mock-response.js";

/** Thrown to respond with an error that is not in the spec, in the service's own shape: `{ code, message }`. */
export class Rejection extends Error {
  override name = "Rejection";
  readonly code: number;
  readonly headers: Record<string, string>;

  constructor(code: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }

  toMockResponse(): MockResponse {
    const content = { code: this.code, message: this.message };
    const headers = { "content-type": "application/json", ...this.headers };
    return { status: this.code, headers, content, body: JSON.stringify(content) };
  }
}
