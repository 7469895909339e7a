import { isJson } from "@testsigma-tms/spec/reader/browser";

/** A response, ready to be sent. */
export interface MockResponse {
  status: number;
  /** By name in lower case. */
  headers: Record<string, string>;
  body: string | null;
}

/** Statuses whose responses never have a body, even if the spec shows one. */
const statusesWithoutBody = new Set([204, 205, 304]);

/** Makes a response from its content; without a body if there is no content or the status does not allow one. */
export function toMockResponse(
  { status, mediaType = "application/json" }: { status: number; mediaType?: string | undefined },
  content: unknown,
  headers: Record<string, string> = {},
): MockResponse {
  if (content === undefined || statusesWithoutBody.has(status)) return { status, headers, body: null };
  const isText = typeof content === "string" && !isJson(mediaType);
  const body = isText ? content : JSON.stringify(content);
  return { status, headers: { "content-type": mediaType, ...headers }, body };
}

export function toFetchResponse({ status, headers, body }: MockResponse): Response {
  return new Response(body, { status, headers });
}

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
