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
