import { isJson } from "./media-type.js";

/** A response, ready to be sent. */
export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  /** The parsed body; `undefined` without one. */
  content: unknown;
  /** Encoded already if it is sent more than once. */
  // Not `Uint8Array<ArrayBuffer>`: consumers' TypeScript 5.4 reads this declaration, and knows no generic one.
  body: string | ReturnType<InstanceType<typeof TextEncoder>["encode"]> | null;
}

/** Statuses whose responses have no body, whatever the spec shows. */
const statusesWithoutBody = new Set([204, 205, 304]);

/** Completes a response with the text of its content. */
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
