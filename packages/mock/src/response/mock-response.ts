/** A response, ready to be sent. */
export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  /** The parsed body; `undefined` without one. */
  content: unknown;
  body: string | null;
}

/** Which response to send. */
export interface Choice {
  status: number;
  mediaType: string | undefined;
  /** The name of an example. */
  scenario?: string | undefined;
}

/** Statuses whose responses have no body, whatever the spec shows. */
const withoutBody = new Set([204, 205, 304]);

/** Completes a response with the text of its content. */
export function toMockResponse(
  { status, mediaType }: Choice,
  content: unknown,
  headers: Record<string, string>,
): MockResponse {
  if (content === undefined || mediaType === undefined || withoutBody.has(status)) {
    return { status, headers, content: undefined, body: null };
  }
  const isText = typeof content === "string" && !/^application\/(.+\+)?json\b/i.test(mediaType);
  const type = mediaType.includes("*") ? (isText ? "text/plain" : "application/json") : mediaType;
  return {
    status,
    headers: { "content-type": type, ...headers },
    content,
    body: isText ? content : JSON.stringify(content),
  };
}
