import { isJson } from "./media-type.js";

/** A response, ready to be sent. */
export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  /** The parsed body; `undefined` if there is none. */
  content: unknown;
  /** The body to send; already encoded if it is sent more than once. */
  // Not `Uint8Array<ArrayBuffer>`: users with TypeScript 5.4 read this declaration, and there it is not generic.
  body: string | ReturnType<InstanceType<typeof TextEncoder>["encode"]> | null;
}

/** Statuses whose responses never have a body, even if the spec shows one. */
const statusesWithoutBody = new Set([204, 205, 304]);

/** Makes a response from its content; without a body if there is no content or the status does not allow one. */
export function toMockResponse(
  { status, mediaType }: { status: number; mediaType: string | undefined },
  content: unknown,
  headers: Record<string, string> = {},
): MockResponse {
  if (content === undefined || mediaType === undefined || statusesWithoutBody.has(status)) {
    return { status, headers, content: undefined, body: null };
  }
  const isText = typeof content === "string" && !isJson(mediaType);
  return {
    status,
    headers: { "content-type": mediaType, ...headers },
    content,
    body: isText ? content : JSON.stringify(content),
  };
}

const encoder = new TextEncoder();

/** Encodes the body once, for a response that is sent often. */
export const encodeOnce = (response: MockResponse): MockResponse =>
  typeof response.body === "string" ? { ...response, body: encoder.encode(response.body) } : response;
